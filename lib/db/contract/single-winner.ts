import { duplicatesOf, isDuplicateKey } from '../duplicate-key';
import { type Check, ids, share, together } from './check';

const rounds = 504;

export const increments: Check = {
  name: 'increments',
  claim: 'Increments of one document at once are all counted, and each is answered with a number of its own.',
  instead: null,
  async run(bench) {
    const [_id = ''] = ids(1);
    await bench.one.insertOne({ _id, n: 0 });
    const each = rounds / bench.clients.length;
    const answers = await together(bench, async (collection) => {
      const own: unknown[] = [];
      for (let i = 0; i < each; i += 1) {
        const found = await collection.findOneAndUpdate(
          { _id },
          { $inc: { n: 1 } },
          { returnDocument: 'after' },
        );
        own.push(found?.n);
      }
      return own;
    });
    const different = new Set(answers.flat());
    const stored = await bench.one.findOne({ _id });
    if (stored?.n !== answers.flat().length) return `${stored?.n} after ${answers.flat().length} increments`;
    return share(answers.flat().length - different.size, rounds, 'answers were given twice');
  },
};

export const compareAndSet: Check = {
  name: 'compare-and-set',
  claim:
    'Of several updates at once that are filtered on the same state one matches, and says so, by `updateOne` and by `findOneAndUpdate`.',
  instead: null,
  async run(bench) {
    const [byUpdate = '', byFind = ''] = ids(2);
    await bench.one.insertMany([
      { _id: byUpdate, n: 0 },
      { _id: byFind, n: 0 },
    ]);
    // Each tries for every number in turn: the same state is fought for by all who are as far.
    const won = await together(bench, async (collection, client) => {
      let [updated, found] = [0, 0];
      for (let n = 0; n < rounds / 4; n += 1) {
        const set = { $set: { n: n + 1 }, $inc: { [`by${client}`]: 1 } };
        updated += (await collection.updateOne({ _id: byUpdate, n }, set)).matchedCount;
        found += (await collection.findOneAndUpdate({ _id: byFind, n }, set)) === null ? 0 : 1;
      }
      return { updated, found };
    });
    for (const [_id, told] of [
      [byUpdate, won.map(({ updated }) => updated)],
      [byFind, won.map(({ found }) => found)],
    ] as const) {
      const stored = await bench.one.findOne({ _id });
      const sum = told.reduce((all, n) => all + n, 0);
      const isTold = told.every((n, client) => n === Number(stored?.[`by${client}`] ?? 0));
      if (!isTold || sum !== stored?.n) return `${sum} were told that they won, of ${stored?.n} that did`;
    }
    return null;
  },
};

export const uniqueInserts: Check = {
  name: 'unique-inserts',
  claim:
    'Of several inserts of one `_id`, or of one entry of a unique index, exactly one is done and told so.',
  instead: null,
  async run(bench) {
    const wanted = ids(rounds);
    const won = await together(bench, async (collection, client) => {
      const docs = wanted.map((id) => ({ _id: id, dedupeKey: id, client }));
      const others = wanted.map((id) => ({ _id: `${id}-${client}`, dedupeKey: `${id}-other`, client }));
      const own: string[] = [];
      for (const some of [docs, others]) {
        const refused = await collection.insertMany(some, { ordered: false }).then(
          (): number[] => [],
          (error: unknown) => duplicatesOf(error, '_id_', 'dedupeKey'),
        );
        own.push(...some.filter((_, i) => !refused.includes(i)).map(({ _id }) => _id));
      }
      return own;
    });
    const stored = await bench.one
      .find({ dedupeKey: { $gte: wanted[0], $lte: `${wanted.at(-1)}z` } })
      .toArray();
    if (stored.length !== 2 * rounds)
      return `${stored.length} documents where there are ${2 * rounds} entries`;
    const wrong = stored.filter(({ _id, client }) =>
      won.some((own, other) => own.includes(_id) !== (client === other)),
    );
    return share(wrong.length, stored.length, 'were won by somebody else than was told so');
  },
};

/** Taken when free, taken over when it ran out, and given back: as the product's locks do it. */
export const leases: Check = {
  name: 'leases',
  claim: 'Of several upserts at once whose filter leaves out a lock that is held, one gets the lock.',
  instead: null,
  async run(bench) {
    const [_id = ''] = ids(1);
    let wrong = 0;
    for (let round = 1; round <= rounds / 4; round += 1) {
      const held = await together(bench, async (collection, client) => {
        try {
          const free = { _id, until: { $lt: round } };
          await collection.updateOne(free, { $set: { until: round, client } }, { upsert: true });
          return client;
        } catch (error) {
          if (isDuplicateKey(error, '_id_')) return null;
          throw error;
        }
      });
      const holders = held.filter((client) => client !== null);
      const stored = await bench.one.findOne({ _id });
      if (holders.length !== 1 || stored?.client !== holders[0]) wrong += 1;
      if (round % 2 === 0) await bench.one.deleteOne({ _id, client: holders[0] });
    }
    return share(wrong, rounds / 4, 'locks had another number of holders than one');
  },
};
