import type { GuessedColumn } from '@/lib/contracts/imports';
import { memberIdType } from '@/lib/contracts/lists';

/** What the wizard proposes for a file. */
export interface ListDraft {
  label: string;
  /** Name of the column with the ids. */
  column: string;
  /** Null: nothing tells what the ids are. */
  identityType: string | null;
}

const LABEL_LENGTH = 80;

/** Types that can be told by the ids themselves, where no header names them. */
const shapes: readonly { type: string; shape: RegExp }[] = [
  { type: 'phone', shape: /^(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/ },
  { type: 'email', shape: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ },
  { type: memberIdType, shape: /^m[0-9a-z]{22}$/ },
];

/** The first column that seems to hold ids, else the first of all; null for a file without columns. */
export function proposeList(fileName: string, columns: readonly GuessedColumn[]): ListDraft | null {
  const typed = columns.map((column) => ({ column, type: typeOf(column) }));
  const chosen = typed.find(({ type }) => type !== null) ?? typed[0];
  if (!chosen) return null;
  return { label: labelOf(fileName), column: chosen.column.name, identityType: chosen.type };
}

/** What the ids of a column seem to be. */
export function typeOf({ identity, samples }: Pick<GuessedColumn, 'identity' | 'samples'>): string | null {
  if (identity !== null) return identity;
  if (samples.length === 0) return null;
  return shapes.find(({ shape }) => samples.every((sample) => shape.test(sample.trim())))?.type ?? null;
}

/** The file's name without its ending. */
function labelOf(fileName: string): string {
  return (fileName.replace(/\.[a-z]{2,6}$/i, '').trim() || fileName).slice(0, LABEL_LENGTH);
}
