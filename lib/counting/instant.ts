import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { getSettings } from '@/lib/ground/settings/settings';
import { parseAsOf } from '@/rules-engine/index';

const minute = 60_000;

/**
 * The instant (ms) that a request is as of, days in the workspace's zone. Without one it is now, to the minute: what is asked
 * within one minute is then one question, and is answered once. Throws `invalid-input` for a day that the calendar doesn't have.
 */
export function instantIn(timeZone: string, text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / minute) * minute;
  const asOf = parseAsOf(text, timeZone);
  if (asOf !== null) return asOf;
  const why = { zh: `没有 ${text} 这一天`, en: `there is no ${text}` };
  throw new Problem('invalid-input', { where: 'asOf', why });
}

/** The same where the workspace's zone isn't known yet. */
export async function instantOf(db: Db, text: string | undefined): Promise<number> {
  return instantIn((await getSettings(db)).timeZone, text);
}
