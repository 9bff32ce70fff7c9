import { Problem } from '@/lib/contracts/problem';

/** The place of a document in a list sorted by an instant and `_id`, both downwards, as text for a URL. */
export function toCursor(at: Date, id: string): string {
  return `${at.getTime()}_${id}`;
}

/** The conditions (none or one) for what comes after a cursor in such a list. Throws `invalid-input`. */
export function pageFilter<F extends string>(field: F, cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) {
    throw new Problem('invalid-input', {
      where: 'before',
      why: { zh: '不是有效的分页位置', en: 'not a place in this list' },
    });
  }
  const at = new Date(Number(time));
  return [{ $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: id } }] }];
}
