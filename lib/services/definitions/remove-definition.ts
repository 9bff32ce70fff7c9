import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';

/** Removes a definition and what belongs to it; the definition last, so that an interrupted removal can be repeated. */
export async function removeDefinition(db: Db, id: string): Promise<void> {
  await collection(db, 'runSnapshots').deleteMany({ definition: id });
  await collection(db, 'cutpoints').deleteMany({ definition: id });
  await collection(db, 'transitions').deleteMany({ definition: id });
  await collection(db, 'runs').deleteMany({ definition: id });
  await collection(db, 'versions').deleteMany({ definition: id });
  await collection(db, 'definitions').deleteOne({ _id: id });
}
