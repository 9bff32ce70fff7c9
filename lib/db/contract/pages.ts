import { type Check, ids, share } from './check';

const documents = 4_000;

export const pagesWhole: Check = {
  name: 'pages-whole',
  claim: 'A cursor that is read page by page gives every document once, also while documents are written.',
  instead:
    'whoever reads all members accounts for each of them by its `ord`, and reads again what is missing',
  async run({ one, clients: [, other = one] }) {
    const [group = ''] = ids(1);
    const padding = 'x'.repeat(400);
    const wanted = ids(documents);
    await one.insertMany(wanted.map((_id) => ({ _id, group, padding })));
    const seen = new Map<string, number>();
    const cursor = one.find({ group }, { batchSize: 500, projection: { _id: 1 } });
    let page = 0;
    for await (const { _id } of cursor) {
      seen.set(_id, (seen.get(_id) ?? 0) + 1);
      // Between two pages: others write, as they do.
      if (cursor.bufferedCount() === 0) {
        await other.updateMany(
          { group, _id: { $gte: wanted[page * 500] } },
          { $set: { page, padding: `${padding}${page}` } },
        );
        page += 1;
        if (page > documents) return 'it never ended';
      }
    }
    const wrong = wanted.filter((id) => seen.get(id) !== 1);
    return share(wrong.length, documents, 'documents were given twice or not at all');
  },
};

const races = 25;

export const pagesOfOneAnswer: Check = {
  name: 'pages-of-one-answer',
  claim: 'All pages of an answer come from one execution of the query.',
  instead:
    'what is grouped is asked for in parts that fit into one answer, or sorted, and classifications account for every member',
  async run({ one }) {
    const [group = ''] = ids(1);
    const size = 400;
    await one.insertMany(Array.from({ length: size }, (_, i) => ({ _id: `${group}-${i}`, group })));
    let wrong = 0;
    for (let race = 0; race < races; race += 1) {
      // Each execution leaves out others by chance: where the second page is of another one, rows of the first come again.
      const stages = [
        { $match: { group } },
        { $group: { _id: '$_id' } },
        { $match: { $expr: { $lt: [{ $rand: {} }, 0.5] } } },
      ];
      const rows = await one.aggregate<{ _id: string }>(stages, { batchSize: size / 4 }).toArray();
      if (new Set(rows.map(({ _id }) => _id)).size < rows.length) wrong += 1;
    }
    return share(wrong, races, 'answers had rows twice');
  },
};
