import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { workspaceRevision } from '@/lib/db/workspace-revision';
import { getSettings } from '@/lib/ground/settings/settings';
import type { Catalogue, GraphOwner } from '@/rules-engine/index';
import { ownerOf } from './graph-owner';
import { loadCatalogue } from './load-catalogue';
import { NextShared } from './next-shared';

/** What rules are compiled against, besides the instant. */
export interface Workspace {
  catalogue: Catalogue;
  timeZone: string;
  currency: string;
  /** What compiling has to know of the definition that a graph is of, by its id. */
  owners: ReadonlyMap<string, GraphOwner>;
}

/** The workspace as it is now: its catalogue, tags, segments and lists, its zone and currency. */
export async function loadEnvironment(db: Db): Promise<Workspace> {
  const [catalogue, { timeZone, currency }, definitions] = await Promise.all([
    loadCatalogue(db),
    getSettings(db),
    collection(db, 'definitions')
      .find({}, { projection: { key: 1, whenEmpty: 1 } })
      .toArray(),
  ]);
  return {
    catalogue,
    timeZone,
    currency,
    owners: new Map(definitions.map((one) => [one._id, ownerOf(one)])),
  };
}

/** A writer may die between its write and the new revision; then the change is seen this much later. Milliseconds. */
const keptMs = 30_000;

const shared = new WeakMap<Db, NextShared<Workspace>>();

/** The same for many who ask at once, as while several people edit; one small read as long as nothing has changed. */
export function sharedEnvironment(db: Db): Promise<Workspace> {
  const known = shared.get(db) ?? keptEnvironment(db);
  shared.set(db, known);
  return known.get();
}

function keptEnvironment(db: Db): NextShared<Workspace> {
  let kept: { revision: number | null; at: number; workspace: Workspace } | null = null;
  return new NextShared(async () => {
    // Before the workspace itself: what is written in between gives a revision that isn't this one.
    const revision = await workspaceRevision(db);
    const at = performance.now();
    if (kept?.revision !== revision || at - kept.at > keptMs) {
      kept = { revision, at, workspace: await loadEnvironment(db) };
    }
    return kept.workspace;
  });
}
