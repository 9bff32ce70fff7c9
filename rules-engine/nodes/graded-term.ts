import { z } from 'zod';
import { resolveNumeric, type Walk } from '../compile/subject';
import { paramPath, readParam } from '../diagnostics/param-issue';
import { number } from '../ir/build-expression';
import { all, compare, not, present } from '../ir/build-predicate';
import type { PointsTerm } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import { amount } from './score-amount';
import type { CompiledTerm } from './score-term';

const fewest = 2;
const most = 10;

/**
 * A number normalised to grades: the best of `groups` gives `weight` points, the others proportionally fewer, rounded to
 * whole ones so that sums are exact; a member without the number gets none. `cuts` part the grades: computed from the
 * population where `by` is `quantile`, typed where it is `bands`.
 */
const gradedTerm = z
  .strictObject({
    weight: amount,
    subject: z.unknown(),
    better: z.enum(['higher', 'lower']),
    by: z.enum(['quantile', 'bands']),
    groups: z.int().min(fewest).max(most),
    cuts: z
      .array(z.number())
      .max(most - 1)
      .nullable(),
  })
  .refine(({ cuts }) => !cuts || cuts.every((cut, i) => i === 0 || cut >= (cuts[i - 1] ?? cut)), {
    path: ['cuts'],
    params: { zh: '分界值要从小到大。', en: 'Cuts have to ascend.' },
  });

export function graded(
  raw: unknown,
  param: string,
  members: Predicate | undefined,
  walk: Walk,
): CompiledTerm | null {
  const { report, environment } = walk;
  const read = readParam(gradedTerm, raw);
  if (!read.ok) {
    for (const { path, message } of read.issues) report.error('bad-params', paramPath(param, path), message);
    return null;
  }
  const { weight, subject, better, by, groups, cuts } = read.value;
  const found = resolveNumeric(subject, paramPath(param, 'subject'), walk);
  if (!found) return null;
  const { value, label, unit, types, personal } = found;
  const at = paramPath(param, 'cuts');
  if (by === 'quantile' && members) {
    const rule = { by: 'groups', groups } as const;
    const money = types.includes('money');
    report.cuts.push({
      node: report.node,
      param: at,
      members,
      value,
      rule,
      stored: cuts,
      label,
      unit,
      money,
    });
  }
  if (cuts === null || cuts.length !== groups - 1) {
    return report.error('needs-resolving', at, {
      zh: spaced`${label.zh}的分界值还没有，${groups}档需要${groups - 1}个。`,
      en: `${label.en} has no cuts yet: ${groups} grades need ${groups - 1}.`,
    });
  }
  const reached = cuts.map((cut) => compare('gte', value, number(cut)));
  // Each member is in one grade, so a sum has one part for each dimension, however many grades there are.
  const terms = Array.from({ length: groups }, (_, i): PointsTerm => {
    const grade = better === 'higher' ? i + 1 : groups - i;
    const bounds = [...reached.slice(Math.max(i - 1, 0), i), ...reached.slice(i, i + 1).map(not)];
    return { when: all([present(value), ...bounds]), points: Math.round((weight * grade) / groups) };
  });
  const given = wording(environment).amount(weight, 'points', false);
  const way = better === 'higher' ? { zh: '高', en: 'highest' } : { zh: '低', en: 'lowest' };
  return {
    terms,
    told: {
      zh: spaced`${label.zh}分${groups}档，最${way.zh}一档记${given.zh}`,
      en: `up to ${given.en} by ${groups} grades of ${label.en}, the ${way.en} getting all of them`,
    },
    personal,
  };
}
