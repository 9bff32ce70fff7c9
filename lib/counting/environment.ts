import type { Db } from 'mongodb';
import { loadCatalogue } from '@/lib/services/catalogue/load-catalogue';
import { getSettings } from '@/lib/services/settings/settings';
import type { Catalogue } from '@/rules-engine/index';

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
