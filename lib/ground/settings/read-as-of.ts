import type { Db } from 'mongodb';
import { parseAsOf } from '@/rules-engine/index';
import { getSettings } from './settings';

/** An as-of as it was sent (asOfSchema) in ms, days in the workspace's zone; null when none was sent. */
export async function readAsOf(db: Db, text: string | undefined): Promise<number | null> {
  if (text === undefined) return null;
  const { timeZone } = await getSettings(db);
  return parseAsOf(text, timeZone);
}
