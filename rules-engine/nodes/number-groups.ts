import { z } from 'zod';
import type { NumericSubject, Walk } from '../compile/subject';
import { number } from '../ir/build-expression';
import { all, compare, not, present } from '../ir/build-predicate';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';

export const fewestGroups = 2;
export const mostGroups = 10;

export const groupsCount = z.int().min(fewestGroups).max(mostGroups);

/** The values at which the groups begin, from the second on, ascending; null until they are computed. */
export const groupCuts = z
  .array(z.number())
  .max(mostGroups - 1)
  .nullable()
  .refine((cuts) => !cuts || cuts.every((cut, i) => i === 0 || cut >= (cuts[i - 1] ?? cut)), {
    params: { zh: '分界值要从小到大。', en: 'Cuts have to ascend.' },
  });

/** Says that the cuts of a number are computed from the population, and which are stored at `param`. */
export function askForGroups(
  { value, label, unit, types, whole }: NumericSubject,
  groups: number,
  stored: readonly number[] | null,
  members: Predicate,
  param: string,
  { report }: Walk,
): void {
  const rule = { by: 'groups', groups } as const;
  const money = types.includes('money');
  const rounds = whole ? 'up' : null;
  report.cuts.push({ node: report.node, param, members, value, rule, stored, label, unit, money, rounds });
}

/** The cuts where they really are: what comes in whole numbers reaches a cut between two of them at the next one. */
export function placedCuts({ whole }: NumericSubject, cuts: readonly number[]): number[] {
  return cuts.map((cut) => (whole ? Math.ceil(cut) : cut));
}

/** Those who reach each cut. */
export function cutsReached(value: Expression, cuts: readonly number[]): Predicate[] {
  return cuts.map((cut) => compare('gte', value, number(cut)));
}

/** Who is in each group, from the lowest: everybody with a value is in exactly one. */
export function groupsOf(value: Expression, cuts: readonly number[]): Predicate[] {
  const reached = cutsReached(value, cuts);
  return Array.from({ length: cuts.length + 1 }, (_, i) =>
    all([present(value), ...reached.slice(Math.max(i - 1, 0), i), ...reached.slice(i, i + 1).map(not)]),
  );
}
