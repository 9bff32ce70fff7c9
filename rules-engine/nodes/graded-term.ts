import { z } from 'zod';
import { resolveNumeric, type Walk } from '../compile/subject';
import { paramPath, readParam } from '../diagnostics/param-issue';
import type { PointsTerm } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import { askForGroups, groupCuts, groupsCount, groupsOf, placedCuts } from './number-groups';
import { amount } from './score-amount';
import type { CompiledTerm } from './score-term';

/**
 * A number normalised to grades: the best of `groups` gives `weight` points, the others proportionally fewer, rounded to
 * whole ones so that sums are exact; a member without the number gets none. `cuts` part the grades: computed from the
 * population where `by` is `quantile`, typed where it is `bands`.
 */
const gradedTerm = z.strictObject({
  weight: amount,
  subject: z.unknown(),
  better: z.enum(['higher', 'lower']),
  by: z.enum(['quantile', 'bands']),
  groups: groupsCount,
  cuts: groupCuts,
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
  const found = resolveNumeric(subject, paramPath(param, 'subject'), walk, members);
  if (!found) return null;
  const { value, label, personal } = found;
  const at = paramPath(param, 'cuts');
  if (by === 'quantile' && members) askForGroups(found, groups, cuts, members, at, walk);
  if (cuts === null || cuts.length !== groups - 1) {
    return report.error('needs-resolving', at, {
      zh: spaced`${label.zh}的分界值还没有，${groups}档需要${groups - 1}个。`,
      en: `${label.en} has no cuts yet: ${groups} grades need ${groups - 1}.`,
    });
  }
  // Each member is in one grade, so a sum has one part for each dimension, however many grades there are.
  const placed = placedCuts(found, cuts);
  const terms = groupsOf(value, placed).map((when, i): PointsTerm => {
    const grade = better === 'higher' ? i + 1 : groups - i;
    return { when, points: Math.round((weight * grade) / groups) };
  });
  const describe = wording(environment);
  const given = describe.amount(weight, 'points', false);
  const money = found.types.includes('money');
  const parted = describe.and(placed.map((cut) => describe.amount(cut, found.unit, money)));
  const way = better === 'higher' ? { zh: '高', en: 'higher' } : { zh: '低', en: 'lower' };
  return {
    terms,
    told: {
      zh: spaced`${label.zh}以${parted.zh}为界分${groups}档，越${way.zh}得分越多，最多${given.zh}`,
      en: `up to ${given.en} by ${groups} grades of ${label.en} (parted at ${parted.en}), the ${way.en} the more`,
    },
    personal,
  };
}
