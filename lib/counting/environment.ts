import type { Db } from 'mongodb';
import { loadCatalogue } from '@/lib/services/catalogue/load-catalogue';
import { getSettings } from '@/lib/services/settings/settings';
import type { Catalogue } from '@/rules-engine/index';
import { NextShared } from './next-shared';

/** What rules are compiled against, besides the instant. */
export interface Workspace {
  catalogue: Catalogue;
  timeZone: string;
  currency: string;
}

/** The workspace as it is now: its catalogue, tags, segments and lists, its zone and currency. */
export async function loadEnvironment(db: Db): Promise<Workspace> {
  const [catalogue, { timeZone, currency }] = await Promise.all([loadCatalogue(db), getSettings(db)]);
  return { catalogue, timeZone, currency };
}

const shared = new WeakMap<Db, NextShared<Workspace>>();

/** The same for many who ask at once, as while several people edit. */
export function sharedEnvironment(db: Db): Promise<Workspace> {
  const known = shared.get(db) ?? new NextShared(() => loadEnvironment(db));
  shared.set(db, known);
  return known.get();
}
