import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { usageOf } from '@/lib/services/catalogue/usage';
import { demoEventTypes, demoFields } from './demo-catalogue';

/** Takes away fields and event types of the demo that no data, no rule and no metric has; edited ones stay. */
export async function removeDemoCatalogue(db: Db): Promise<void> {
  for (const { _id: path } of demoFields) {
    const value = await collection(db, 'members').findOne(
      { [path]: { $exists: true } },
      { projection: { _id: 1 } },
    );
    if (value !== null || (await usageOf(db, { kind: 'field', path })).length > 0) continue;
    await collection(db, 'fields').deleteOne({ _id: path, origin: 'discovered' });
  }
  for (const { _id: type } of demoEventTypes) {
    const event = await collection(db, 'events').findOne({ type }, { projection: { _id: 1 } });
    if (event !== null || (await usageOf(db, { kind: 'eventType', type })).length > 0) continue;
    await collection(db, 'eventTypes').deleteOne({ _id: type });
  }
}
