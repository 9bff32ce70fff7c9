import type { Db } from 'mongodb';
import type { Actor } from '@/lib/contracts/people';
import {
  type ChangeSettingsBody,
  defaultSettings,
  type Settings,
  settingsDto,
} from '@/lib/contracts/settings';
import { collection } from '@/lib/db/collections';
import { audit } from '../audit/audit';

const ID = 'workspace';

/** The workspace's settings; what was never set has its default. */
export async function getSettings(db: Db): Promise<Settings> {
  const stored = await collection(db, 'settings').findOne({ _id: ID });
  return settingsDto.parse({ ...defaultSettings, ...stored });
}

/** Changes some of them; a change of the time zone moves the days of every later count and run. */
export async function changeSettings(db: Db, actor: Actor, change: ChangeSettingsBody): Promise<Settings> {
  const before = await getSettings(db);
  if (Object.keys(change).length === 0) return before;
  await collection(db, 'settings').updateOne({ _id: ID }, { $set: change }, { upsert: true });
  const after = await getSettings(db);
  await audit(db, actor, 'settings.change', 'settings:workspace', { before, after });
  return after;
}
