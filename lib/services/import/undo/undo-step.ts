import type { Db } from 'mongodb';
import type { MemberScope } from '@/lib/db/documents';
import type { Fence } from '@/lib/jobs/handler';
import type { IsOpen } from '@/lib/jobs/member-writes';

/** What every step of taking an import back is given. */
export interface UndoStep {
  db: Db;
  importId: string;
  /** Nothing is changed; what is counted is the same. */
  dryRun: boolean;
  /** Before each batch; throws to stop. */
  hold: () => Promise<void>;
  /** Left out where no other process can take it over. */
  fenced?: Fence | undefined;
}

/** Before values of these members are given back: the condition that the filter of every such write must have. */
export async function restoring({ importId, fenced }: UndoStep, members: MemberScope): Promise<IsOpen> {
  return (await fenced?.writing(`undo:${importId}`, members)) ?? {};
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
