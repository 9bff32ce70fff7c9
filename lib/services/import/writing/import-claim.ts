import type { PlannedBatch } from '@/lib/db/import-documents';
import type { Fence } from '@/lib/jobs/handler';
import type { IsOpen } from '@/lib/jobs/member-writes';

/** What writers of an import know of the claim that runs it. */
export interface ImportClaim {
  importId: string;
  /** Left out where no other process can take the import over. */
  fenced?: Fence | undefined;
  /** Milliseconds after which others' claims without a member count as abandoned. */
  abandonedAfterMs?: number | undefined;
  /** Stores what comes of a batch before anything of it is written. */
  plan?: ((planned: PlannedBatch) => Promise<void>) | undefined;
  /** What was stored so by an earlier claim that didn't come to count its batch. */
  planned?: PlannedBatch | null | undefined;
}

/** Before these members are changed: gives the condition that the filter of every change must have. */
export async function changing({ importId, fenced }: ImportClaim, ids: readonly string[]): Promise<IsOpen> {
  return (await fenced?.writing(`import:${importId}`, { ids: [...ids] })) ?? {};
}
