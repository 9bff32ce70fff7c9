import type { Db, Document } from 'mongodb';
import type { Fill } from '@/lib/contracts/catalogue';
import { collection } from '@/lib/db/collections';
import type { FieldDoc } from '@/lib/db/documents';
import { memberSample } from './member-sample';
import { Remembered } from './remembered';
import { isOfType } from './stored-type';

const MAX_TIME_MS = 20_000;
const remembered = new Remembered<Map<string, Fill>>(300_000);

/** How full each field is: one pass of the members for all of them, kept for five minutes. */
export function fieldFill(
  db: Db,
  fields: readonly Pick<FieldDoc, '_id' | 'type'>[],
): Promise<Map<string, Fill>> {
  const key = JSON.stringify([db.databaseName, fields.map(({ _id, type }) => [_id, type])]);
  return remembered.get(key, () => countFill(db, fields));
}

/** To be called when values have changed in bulk. */
export function forgetFill(): void {
  remembered.forget();
}

async function countFill(
  db: Db,
  fields: readonly Pick<FieldDoc, '_id' | 'type'>[],
): Promise<Map<string, Fill>> {
  const { filter, exact } = await memberSample(db);
  const counters = fields.map(({ _id, type }, index): [string, Document] => [
    `f${index}`,
    { $sum: { $cond: [isOfType(_id, type), 1, 0] } },
  ]);
  const [counts] = await collection(db, 'members')
    .aggregate<Record<string, number>>(
      [{ $match: filter }, { $group: { _id: null, of: { $sum: 1 }, ...Object.fromEntries(counters) } }],
      { maxTimeMS: MAX_TIME_MS },
    )
    .toArray();
  const at = new Date().toISOString();
  return new Map(
    fields.map(({ _id }, index) => [
      _id,
      { present: counts?.[`f${index}`] ?? 0, of: counts?.of ?? 0, exact, at },
    ]),
  );
}
