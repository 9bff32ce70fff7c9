import type { PlannedBatch } from '@/lib/db/import-documents';
import type { Fence } from '@/lib/jobs/handler';
import type { IsOpen } from '@/lib/jobs/member-writes';
import type { ClaimPlan, Merge } from '@/lib/members/claim-plan';
import type { MergedRow } from './batch';

export interface Claiming {
  /** Identity key → member id. */
  claims: ReadonlyMap<string, string>;
  merges: readonly MergedRow[];
  /** What was said to merge and doesn't, since others were quicker. */
  instead: readonly MergedRow[];
}

/** What writers of an import know of the claim that runs it. */
export interface ImportClaim {
  importId: string;
  /** Left out where no other process can take the import over. */
  fenced?: Fence | undefined;
  /** Milliseconds after which others' claims without a member count as abandoned. */
  abandonedAfterMs?: number | undefined;
  /** Stores what comes of a batch before anything of it is written. */
  plan?: ((planned: PlannedBatch) => Promise<void>) | undefined;
  /** Is told before identities are claimed. */
  claiming?: ((claiming: Claiming) => Promise<void>) | undefined;
  /** What was stored so by an earlier claim that didn't come to count its batch. */
  planned?: PlannedBatch | null | undefined;
}

/** Before these members are changed: gives the condition that the filter of every change must have. */
export async function changing({ importId, fenced }: ImportClaim, ids: readonly string[]): Promise<IsOpen> {
  return (await fenced?.writing(`import:${importId}`, { ids: [...ids] })) ?? {};
}

/** `claiming` for rows that are given by their places; `lineOf` says which line is the nth. */
export function claimingRows({ claiming }: ImportClaim, lineOf: (row: number) => number) {
  const lined = (merges: readonly Merge[]) =>
    merges.map(({ row, ...merge }) => ({ ...merge, line: lineOf(row) }));
  return async ({ claims, merges }: ClaimPlan, instead: readonly Merge[]) =>
    claiming?.({ claims, merges: lined(merges), instead: lined(instead) });
}
