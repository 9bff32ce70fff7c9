import { duplicatesOf } from '../duplicate-key';
import { type Check, type Doc, ids, share, together } from './check';

const rounds = 500;

export const duplicatesTold: Check = {
  name: 'duplicates-told',
  claim:
    'An unordered insert stores all that is new and names each refused document’s place and the index that refused it.',
  instead: null,
  async run({ one }) {
    const known = ids(rounds);
    await one.insertMany(known.map((_id, i) => ({ _id, dedupeKey: _id, ord: i })));
    const fresh = ids(rounds);
    const ways: Record<string, (i: number) => Doc> = {
      new: (i) => ({ _id: `${fresh[i]}`, dedupeKey: fresh[i], ord: rounds + i }),
      _id_: (i) => ({ _id: `${known[i]}`, dedupeKey: fresh[i], ord: rounds + i }),
      dedupeKey: (i) => ({ _id: `${fresh[i]}`, dedupeKey: known[i], ord: rounds + i }),
      ord: (i) => ({ _id: `${fresh[i]}`, dedupeKey: fresh[i], ord: i }),
    };
    const names = Object.keys(ways);
    const docs = known.map((_, i) => ways[names[i % names.length] ?? '']?.(i) ?? { _id: '' });
    const places = (name: string) => docs.flatMap((_, i) => (names[i % names.length] === name ? [i] : []));
    // With each of the three left out once: then it has to be an error.
    for (const left of ['_id_', 'dedupeKey', 'ord'] as const) {
      const all = ['_id_', 'dedupeKey', 'ord'] as const;
      const error: unknown = await one.insertMany(docs, { ordered: false }).then(
        () => null,
        (failure: unknown) => failure,
      );
      const refused = duplicatesOf(error, ...all).sort((a, b) => a - b);
      const isFirst = left === '_id_';
      const wanted = docs.flatMap((_, i) => (isFirst && i % names.length === 0 ? [] : [i]));
      if (refused.join() !== wanted.join()) return `${refused.length} places of ${wanted.length} were named`;
      if (!isThrown(() => duplicatesOf(error, ...all.filter((name) => name !== left)))) {
        return `${places(left).length} duplicates of ${left} were told to be of another index`;
      }
    }
    const stored = await one.countDocuments({ _id: { $in: fresh } });
    return stored === places('new').length ? null : `${stored} were stored of ${places('new').length}`;
  },
};

function isThrown(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

export const countsTold: Check = {
  name: 'counts-told',
  claim:
    '`matchedCount`, `modifiedCount`, `insertedCount` and `deletedCount` say what was done, one by one and in bulk.',
  instead: null,
  async run({ one }) {
    const [group = ''] = ids(1);
    const some = ids(40);
    const inserted = await one.insertMany(some.map((_id, i) => ({ _id, group, i })));
    const same = await one.updateOne({ _id: some[0] }, { $set: { i: 0 } });
    const many = await one.updateMany({ group, i: { $gte: 10 } }, { $set: { high: true } });
    const none = await one.updateOne({ group, i: -1 }, { $set: { i: 0 } });
    const bulk = await one.bulkWrite(
      [
        { insertOne: { document: { _id: `${group}-new`, group, i: 99 } } },
        ...some.slice(0, 5).map((_id) => ({ updateOne: { filter: { _id }, update: { $inc: { i: 100 } } } })),
        { updateOne: { filter: { _id: 'nobody' }, update: { $inc: { i: 1 } } } },
        { deleteOne: { filter: { _id: some[5], group } } },
      ],
      { ordered: false },
    );
    const deleted = await one.deleteMany({ group });
    const told = [
      inserted.insertedCount,
      same.matchedCount,
      same.modifiedCount,
      many.matchedCount,
      many.modifiedCount,
      none.matchedCount,
      bulk.insertedCount,
      bulk.matchedCount,
      bulk.modifiedCount,
      bulk.deletedCount,
      deleted.deletedCount,
    ];
    const right = [40, 1, 0, 30, 30, 0, 1, 5, 5, 1, 40];
    return told.join() === right.join() ? null : `${told.join(', ')} instead of ${right.join(', ')}`;
  },
};

export const pipelineUpdates: Check = {
  name: 'pipeline-updates',
  claim:
    'Updates by a pipeline read the document as it is when they write it, also when several come at once.',
  instead: null,
  async run(bench) {
    const wanted = ids(rounds / 10);
    await bench.one.insertMany(wanted.map((_id) => ({ _id, n: 0, log: [] })));
    await together(bench, (collection, client) =>
      collection.updateMany({ _id: { $in: wanted } }, [
        { $set: { n: { $add: ['$n', 1] }, log: { $concatArrays: ['$log', [client]] } } },
        { $set: { half: { $cond: [{ $gt: ['$n', bench.clients.length / 2] }, 'second', 'first'] } } },
      ]),
    );
    const all = bench.clients.map((_, client) => client).join();
    const found = await bench.one.find({ _id: { $in: wanted } }).toArray();
    const right = found.filter(
      ({ n, log, half }) =>
        n === bench.clients.length &&
        Array.isArray(log) &&
        log.toSorted((a, b) => a - b).join() === all &&
        half === 'second',
    );
    return share(wanted.length - right.length, wanted.length, 'documents lost an update');
  },
};
