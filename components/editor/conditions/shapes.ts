import { type ConditionSubject, isGroup, subject as subjectSchema } from '@/rules-engine/index';

/** A group as the form shows it: a draft may hold anything, and what isn't a group is an empty one. */
export interface DraftGroup {
  mode: 'all' | 'any';
  rows: readonly unknown[];
}

export interface DraftRow {
  subject: unknown;
  operator: string;
  value: unknown;
}

export function readGroup(raw: unknown): DraftGroup {
  const { mode, rows } = record(raw);
  return { mode: mode === 'any' ? 'any' : 'all', rows: Array.isArray(rows) ? rows : [] };
}

export function readRow(raw: unknown): DraftRow {
  const { subject, operator, value } = record(raw);
  return { subject, operator: typeof operator === 'string' ? operator : '', value };
}

/** What a row asks about, if that much is entered already. */
export function readSubject(raw: unknown): ConditionSubject | null {
  return subjectSchema.safeParse(raw).data ?? null;
}

export { isGroup };

export function record(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {};
}

/** How deep groups are nested below one, itself included. */
export function depthOf(raw: unknown): number {
  const { rows } = readGroup(raw);
  return 1 + Math.max(0, ...rows.filter(isGroup).map(depthOf));
}
