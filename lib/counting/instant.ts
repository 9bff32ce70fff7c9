import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { readAsOf } from '@/lib/services/settings/read-as-of';

const minute = 60_000;

/**
 * The instant (ms) that a request is as of. Without one it is now, to the minute: what is asked within one minute is
 * then one question, and is answered once. Throws `invalid-input` for a day that the calendar doesn't have.
 */
export async function instantOf(db: Db, text: string | undefined): Promise<number> {
  const asOf = await readAsOf(db, text);
  if (asOf !== null) return asOf;
  if (text === undefined) return Math.floor(Date.now() / minute) * minute;
  const why = { zh: `没有 ${text} 这一天`, en: `there is no ${text}` };
  throw new Problem('invalid-input', { where: 'asOf', why });
}
