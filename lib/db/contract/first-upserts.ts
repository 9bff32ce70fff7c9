import { isDuplicateKey } from '../duplicate-key';
import { type Check, ids, share, together } from './check';

/** Rounds of single commands; those in bulk are cheap enough for more. */
const rounds = 100;
const bulkRounds = 500;

export const firstUpsertsAnswer: Check = {
  name: 'first-upserts-answer',
  claim: 'Several first upserts of one counter at once each get an answer of their own.',
  instead: 'counters are made by insert before anybody counts with them',
  async run(bench) {
    let alike = 0;
    for (const _id of ids(rounds)) {
      const answers = await together(bench, async (collection) => {
        const found = await collection
          .findOneAndUpdate({ _id }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' })
          .catch(() => null);
        return found?.n;
      });
      const told = answers.filter((n) => n !== undefined);
      if (new Set(told).size < told.length) alike += 1;
    }
    return share(alike, rounds, 'races gave several callers the same number');
  },
};

export const firstUpsertsTold: Check = {
  name: 'first-upserts-told',
  claim: 'Of several first upserts of one document at once, one is told that it made it.',
  instead: 'who has to know whether they were first inserts, and catches the duplicate key',
  async run(bench) {
    const wanted = ids(bulkRounds);
    const made = await together(bench, async (collection) => {
      const operations = wanted.map((_id) => ({
        updateOne: { filter: { _id }, update: { $set: { seen: true } }, upsert: true },
      }));
      const { upsertedCount } = await collection.bulkWrite(operations, { ordered: false }).catch(partly);
      return upsertedCount;
    });
    const told = made.reduce((sum, n) => sum + n, 0);
    return told === wanted.length ? null : `${told} were told so of ${wanted.length} documents`;
  },
};

/** Of upserts that collide some are refused on some servers: what the others did is told in the error. */
function partly(error: unknown): { upsertedCount: number } {
  if (error instanceof Error && 'upsertedCount' in error && typeof error.upsertedCount === 'number') {
    return { upsertedCount: error.upsertedCount };
  }
  throw error;
}

export const firstUpsertsKept: Check = {
  name: 'first-upserts-kept',
  claim: 'What several first upserts of one document set at once is all there, none taking another’s away.',
  instead: null,
  async run(bench) {
    const wanted = ids(bulkRounds / 5);
    for (const _id of wanted) {
      await together(bench, (collection, client) =>
        untilNew(() =>
          collection.updateOne(
            { _id },
            { $set: { [`by${client}`]: client }, $setOnInsert: { first: client }, $inc: { n: 1 } },
            { upsert: true },
          ),
        ),
      );
    }
    const found = await bench.one.find({ _id: { $in: wanted } }).toArray();
    const whole = found.filter(
      (doc) =>
        doc.n === bench.clients.length && bench.clients.every((_, client) => doc[`by${client}`] === client),
    );
    return share(wanted.length - whole.length, wanted.length, 'documents lack what somebody set');
  },
};

export const firstUpsertsSettled: Check = {
  name: 'first-upserts-settled',
  claim: 'What an upsert sets on insert only is never changed by another upsert that comes at the same time.',
  instead: null,
  async run(bench) {
    const wanted = ids(bulkRounds / 5);
    let changed = 0;
    for (const _id of wanted) {
      const seen = await together(bench, async (collection, client) => {
        await untilNew(() =>
          collection.updateOne({ _id }, { $setOnInsert: { first: client } }, { upsert: true }),
        );
        return (await collection.findOne({ _id }))?.first;
      });
      const last = await bench.one.findOne({ _id });
      if (seen.some((first) => first !== last?.first)) changed += 1;
    }
    return share(changed, wanted.length, 'documents changed after somebody had read them');
  },
};

export const upsertOfExcluded: Check = {
  name: 'upsert-of-excluded',
  claim: 'An upsert whose filter leaves out the document with its `_id` fails as a duplicate of `_id`.',
  instead: null,
  async run({ one }) {
    const [_id = ''] = ids(1);
    await one.insertOne({ _id, until: 5 });
    try {
      await one.updateOne({ _id, until: { $lt: 3 } }, { $set: { until: 9 } }, { upsert: true });
      return 'it changed the document or made another';
    } catch (error) {
      return isDuplicateKey(error, '_id_') ? null : `it failed in another way: ${String(error)}`;
    }
  },
};

/** Two who are first at once may both insert: the one that is refused finds the document there. */
async function untilNew(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
    await work();
  }
}
