import { type Collection, MongoBulkWriteError, MongoServerError } from 'mongodb';
import { insertNew } from '../insert-new';
import { isVictim } from '../victim';
import { type Check, type Doc, ids, share, together } from './check';

/** Few: a server may take a second to notice that two wait for each other. */
const several = 5;

export const conflicts: Check = {
  name: 'conflicts',
  claim:
    'Who loses a conflict between writes of many documents is told so, of each document, and nothing of what was refused is written.',
  instead: null,
  async run(bench) {
    const wanted = ids(several);
    await bench.one.insertMany(wanted.map((_id) => ({ _id, n: 0 })));
    await together(bench, (collection, client) => incrementAll(collection, turned(wanted, client)));
    const stored = await bench.one.find({ _id: { $in: wanted } }).toArray();
    const wrong = stored.filter(({ n }) => n !== bench.clients.length);
    return share(wrong.length, several, 'were not written once by each');
  },
};

export const conflictingInserts: Check = {
  name: 'conflicting-inserts',
  claim: 'Of several who insert the same documents in different orders each is told which of them it made.',
  instead: null,
  async run(bench) {
    const wanted = ids(200);
    const made = await together(bench, async (collection, client) => {
      // The same entries of an index by documents of their own, each with an order of its own in `_id`.
      const docs = turned(wanted, client).map((dedupeKey, i) => ({
        _id: `${dedupeKey}-${client}`,
        dedupeKey,
        i,
      }));
      const known = await insertNew(collection, docs, '_id_', 'dedupeKey');
      return docs.filter((_, index) => !known.includes(index)).map(({ _id }) => _id);
    });
    const stored = await bench.one.find({ dedupeKey: { $in: wanted } }).toArray();
    const told = new Set(made.flat());
    const wrong = stored.filter(({ _id }) => !told.has(_id)).length;
    if (stored.length !== wanted.length || made.flat().length !== wanted.length)
      return `${made.flat().length} were told made, and ${stored.length} are, of ${wanted.length}`;
    return share(wrong, wanted.length, 'were made by somebody else than was told so');
  },
};

/** Every other client goes the other way round. */
function turned(wanted: readonly string[], client: number): string[] {
  return client % 2 === 0 ? [...wanted] : wanted.toReversed();
}

/** Adds one to each, and again to those that were refused. */
async function incrementAll(collection: Collection<Doc>, wanted: readonly string[]): Promise<void> {
  for (let open = wanted; open.length > 0; ) {
    const operations = open.map((_id) => ({ updateOne: { filter: { _id }, update: { $inc: { n: 1 } } } }));
    const tried = open;
    open = await collection.bulkWrite(operations, { ordered: false }).then(
      () => [],
      (error: unknown) => refused(error, tried),
    );
  }
}

function refused(error: unknown, tried: readonly string[]): string[] {
  if (error instanceof MongoBulkWriteError) {
    const failures = [error.writeErrors].flat();
    if (failures.length > 0 && failures.every(isVictim))
      return failures.flatMap(({ index }) => tried[index] ?? []);
  } else if (error instanceof MongoServerError && isVictim(error)) return [...tried];
  throw error;
}
