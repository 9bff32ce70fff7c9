import type { ImportDoc } from '@/lib/db/import-documents';
import type { RejectedRow } from '../writing/batch';

/** Adds rejected rows to the count of rows by their first reason, commonest first. */
export function addReasons(
  known: ImportDoc['reasons'],
  rejected: readonly Pick<RejectedRow, 'reasons'>[],
): ImportDoc['reasons'] {
  const counts = new Map(known.map((entry) => [JSON.stringify([entry.code, entry.column]), { ...entry }]));
  for (const { reasons } of rejected) {
    const [first] = reasons;
    if (first === undefined) continue;
    const key = JSON.stringify([first.code, first.column]);
    const entry = counts.get(key) ?? { code: first.code, column: first.column, n: 0 };
    counts.set(key, { ...entry, n: entry.n + 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n);
}
