import type { Db, Document } from 'mongodb';

/** Puts a database back to how it was: what a round changes doesn't reach the next. */
export interface Restorable {
  restore(): Promise<void>;
}

const batch = 5_000;
const fences = { _id: 'fence' };

export async function restorable(db: Db): Promise<Restorable> {
  const kept = new Map<string, Document[]>();
  for (const { name } of await db.listCollections().toArray())
    kept.set(name, await db.collection(name).find().toArray());
  return {
    restore: async () => {
      const names = (await db.listCollections().toArray()).map(({ name }) => name);
      for (const name of names) {
        const of = db.collection<Document & { _id: string }>(name);
        // Claims go on being numbered: a worker of before may still be there.
        const passed = name === 'counters' ? { _id: { $ne: fences._id } } : {};
        await of.deleteMany(passed);
        const docs = (kept.get(name) ?? []).filter((doc) => name !== 'counters' || doc._id !== fences._id);
        for (let from = 0; from < docs.length; from += batch)
          await db.collection(name).insertMany(docs.slice(from, from + batch));
      }
    },
  };
}
