import type { Db } from 'mongodb';
import type { LocalText } from '@/lib/contracts/local-text';
import { counterOf } from '@/lib/counting/counter-of';
import type { Predicate } from '@/rules-engine/index';
import type { ValueChange } from './rule-change';

export interface CountedValue {
  value: string;
  label: LocalText;
  before: number | null;
  after: number | null;
  entered: number;
  left: number;
}

/** Longest time that counting before a publication may take. */
export const publicationLimitMs = 5 * 60_000;

const aspects = ['before', 'after', 'entered', 'left'] as const;

/** Members before and after, in and out, for every value: exact, and all in one pass. */
export async function countChange(
  db: Db,
  changes: readonly ValueChange[],
  signal: AbortSignal | undefined,
): Promise<CountedValue[]> {
  const questions = new Map<string, Predicate>();
  for (const [i, change] of changes.entries()) {
    for (const aspect of aspects) {
      const predicate = change[aspect];
      if (predicate) questions.set(`${i} ${aspect}`, predicate);
    }
  }
  const { counts } = await counterOf(db).count(questions, { signal, limitMs: publicationLimitMs });
  return changes.map(({ value, label }, i) => {
    const n = (aspect: (typeof aspects)[number]) => counts.get(`${i} ${aspect}`)?.n ?? null;
    return {
      value,
      label,
      before: n('before'),
      after: n('after'),
      entered: n('entered') ?? 0,
      left: n('left') ?? 0,
    };
  });
}

export interface Totals {
  before: number;
  after: number;
  entered: number;
  left: number;
}

/** A member has one value at most, so the values add up. */
export function totals(values: readonly CountedValue[]): Totals {
  const sum = (of: (value: CountedValue) => number | null) =>
    values.reduce((total, value) => total + (of(value) ?? 0), 0);
  return {
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    entered: sum(({ entered }) => entered),
    left: sum(({ left }) => left),
  };
}
