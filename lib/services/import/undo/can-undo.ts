import type { ImportState } from '@/lib/contracts/imports';
import type { ImportDoc } from '@/lib/db/import-documents';

/** The states from which an import can be taken back. */
export const undoableStates = ['done', 'failed', 'cancelled', 'half-undone'] as const satisfies ImportState[];

/** Whether an import can be taken back: what it changed was kept, and it isn't under way. */
export function canUndo({ state, dryRun, fromOrd }: ImportDoc): boolean {
  return !dryRun && fromOrd !== undefined && undoableStates.some((one) => one === state);
}
