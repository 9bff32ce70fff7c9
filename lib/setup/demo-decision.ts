import type { Db } from 'mongodb';
import { z } from 'zod';

/** `seeding` that is found at a start means that the run before was interrupted. */
const demoStateSchema = z.enum(['seeding', 'seeded', 'declined']);
export type DemoState = z.infer<typeof demoStateSchema>;

interface SetupDoc {
  _id: string;
  state: DemoState;
}

const collection = (db: Db) => db.collection<SetupDoc>('setup');

/**
 * Makes demo data on the first start on a database, and finishes what an interrupted start left half-made.
 * Whoever began empty, by choice or with data of their own, is never given demo data later.
 */
export async function settleDemo(
  db: Db,
  wanted: boolean,
  hasAnyData: (db: Db) => Promise<boolean>,
  seed: (db: Db) => Promise<void>,
): Promise<void> {
  const decided = await readState(db);
  if (decided === 'seeded' || decided === 'declined') return;
  if (decided === null && (!wanted || (await hasAnyData(db)))) return writeState(db, 'declined');
  await writeState(db, 'seeding');
  await seed(db);
  await writeState(db, 'seeded');
}

async function readState(db: Db): Promise<DemoState | null> {
  const doc = await collection(db).findOne({ _id: 'demo' });
  return doc ? demoStateSchema.parse(doc.state) : null;
}

async function writeState(db: Db, state: DemoState): Promise<void> {
  await collection(db).updateOne({ _id: 'demo' }, { $set: { state } }, { upsert: true });
}
