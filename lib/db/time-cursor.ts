import { Problem } from '@/lib/contracts/problem';

/**
 * Lists with the newest first: sorted by an instant and, of one instant, by `_id`, so that no page skips anything. One
 * document more than the limit is asked for: it tells whether there is another page.
 */
export function pageOf<D extends { _id: string }>(
  found: readonly D[],
  limit: number,
  at: (doc: D) => Date,
): { page: D[]; next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last ? toCursor(at(last), last._id) : null };
}

/** The place of a document in such a list, as text for a URL. */
function toCursor(at: Date, id: string): string {
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
