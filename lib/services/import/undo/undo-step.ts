import type { Db } from 'mongodb';

/** What every step of taking an import back is given. */
export interface UndoStep {
  db: Db;
  importId: string;
  /** Nothing is changed; what is counted is the same. */
  dryRun: boolean;
  /** Before each batch; throws to stop. */
  hold: () => Promise<void>;
}

/** Documents in one go. */
export const undoBatch = 1_000;

/** Ids that begin with an import's. */
export function ownIds(importId: string, kind = ''): { $gt: string; $lt: string } {
  return {
    $gt: `${importId}:${kind}`,
    $lt: kind === '' ? `${importId};` : `${importId}:${kind.slice(0, -1)};`,
  };
}

/** Whether an id of an event, or what an event was replaced by, is of the import. */
export function isOwn(importId: string, id: string | null | undefined): boolean {
  return id?.startsWith(`${importId}:`) ?? false;
}
