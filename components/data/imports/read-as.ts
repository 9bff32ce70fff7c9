import { fromSmallest, toSmallest } from '@/components/editor/values/amount';
import type { ValueSpec } from '@/lib/contracts/import-mapping';

/**
 * A number that a cell was read as under the guess (money in its smallest unit), as the column is imported now: money in
 * another currency, in cents, or a plain number.
 */
export function readAs(shown: number, guess: ValueSpec, target: ValueSpec): number {
  const written = asWritten(shown, guess);
  if (target.type !== 'money') return written;
  return target.amount === 'minor' ? Math.round(written) : toSmallest(written, target.currency);
}

function asWritten(shown: number, guess: ValueSpec): number {
  return guess.type === 'money' && guess.amount === 'major' ? fromSmallest(shown, guess.currency) : shown;
}
