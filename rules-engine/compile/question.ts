import { evaluate } from '../evaluate/reference';
import { boundsOf } from '../explain/bounds-of';
import type { AggregateExpression } from '../ir/expression';
import { standIn } from '../operators/missing-value';
import type { BoundOperator, Subject } from '../operators/operator';
import type { Clock } from '../time/window';
import type { PossibleValues } from './possible-values';

/**
 * What an operator asks of a computed value, tried on values: which of them it holds for, whatever any member has.
 */
export class Question {
  /** The numbers and instants that it compares with. */
  readonly bounds: readonly number[];
  /** Whether it asks only if there is a value at all. */
  readonly isOfPresence: boolean;
  readonly ofEmpty: boolean;
  private readonly test;

  constructor(operator: BoundOperator, subject: Subject, { type }: AggregateExpression, clock: Clock) {
    const stand = standIn(subject);
    const predicate = operator.lower(stand, clock);
    const inner = predicate.kind === 'not' ? predicate.of : predicate;
    this.test = (value: number | null) => {
      const stored = value !== null && type === 'date' ? new Date(value) : value;
      return evaluate(predicate, { member: { value: stored }, events: [] });
    };
    this.bounds = boundsOf(predicate, stand.value);
    this.isOfPresence = inner.kind === 'present';
    this.ofEmpty = this.test(null);
  }

  of(value: number): boolean {
    return this.test(value);
  }

  /** Whether it can hold, and whether it can fail, for values in a range: it changes at its bounds only. */
  outcomes({ from, to, whole }: Omit<PossibleValues, 'canBeEmpty'>): { holds: boolean; fails: boolean } {
    const near = this.bounds.flatMap((bound) =>
      whole ? [Math.floor(bound), Math.ceil(bound), Math.floor(bound) - 1, Math.ceil(bound) + 1] : [bound],
    );
    const ends = [from, to].map((end, i) => (Number.isFinite(end) ? end : far(near, i === 0 ? -1 : 1)));
    const inside = [...ends, ...near].filter((value) => value >= from && value <= to).sort((a, b) => a - b);
    const between = whole ? [] : inside.slice(1).map((value, i) => (value + (inside[i] ?? value)) / 2);
    const found = [...inside, ...between].map((value) => this.of(value));
    return { holds: found.includes(true), fails: found.includes(false) };
  }
}

/** A value beyond all bounds. */
function far(bounds: readonly number[], way: -1 | 1): number {
  const last = way > 0 ? Math.max(0, ...bounds) : Math.min(0, ...bounds);
  return last + way * (Math.abs(last) + 1);
}
