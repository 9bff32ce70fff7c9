import { z } from 'zod';
import type { CutQuestion, CutRule } from '../compile/environment';
import type { NumericSubject, Walk } from '../compile/subject';
import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import type { Comparison, Predicate } from '../ir/predicate';
import { wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { valueRow } from './value-row';

/**
 * Parts a number in two. `value` is computed from the population and stored (null until then), or typed. `ties`: which
 * side those with just that value are on.
 */
export const cut = z
  .strictObject({
    by: z.enum(['mean', 'median', 'quantile', 'number']),
    /** Of a quantile: the share of the members below it. */
    share: z.number().gt(0).lt(1).optional(),
    value: z.number().nullable(),
    ties: z.enum(['better', 'worse']),
  })
  .refine(({ by, share }) => by !== 'quantile' || share !== undefined, { path: ['share'] });
export type Cut = z.infer<typeof cut>;

type Better = 'higher' | 'lower';

/**
 * Where a cut really is: of what comes in whole numbers only, a cut between two of them is at the next one on the better
 * side, and that one is in it. The same members, and a number that somebody can have: at least 6, not more than 5.81.
 */
function placed({ ties }: Cut, subject: NumericSubject, better: Better, value: number): [Comparison, number] {
  if (!subject.whole || Number.isInteger(value)) return [comparisons[better][ties], value];
  return better === 'higher' ? ['gte', Math.ceil(value)] : ['lte', Math.floor(value)];
}

const comparisons: Record<Better, Record<Cut['ties'], Comparison>> = {
  higher: { better: 'gte', worse: 'gt' },
  lower: { better: 'lte', worse: 'lt' },
};

const relations: Record<Comparison, (bound: Text) => Text> = {
  eq: ({ zh, en }) => ({ zh: spaced`等于${zh}`, en: `is ${en}` }),
  gt: ({ zh, en }) => ({ zh: spaced`大于${zh}`, en: `is more than ${en}` }),
  gte: ({ zh, en }) => ({ zh: spaced`至少${zh}`, en: `is at least ${en}` }),
  lt: ({ zh, en }) => ({ zh: spaced`小于${zh}`, en: `is less than ${en}` }),
  lte: ({ zh, en }) => ({ zh: spaced`不超过${zh}`, en: `is at most ${en}` }),
};

/** The same for the worse side of the same cut. */
const opposites: Record<Comparison, Comparison> = { eq: 'eq', gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' };

export interface CompiledCut {
  better: Predicate;
  /** `距上次下单天数小于 60 天`, and the opposite. */
  told: Record<'better' | 'worse', Text>;
}

/**
 * One cut of a node: asks for the value where it is computed from the population, and says what lacks. Null while it
 * isn't there.
 */
export function compileCut(
  own: Cut,
  param: string,
  subject: NumericSubject,
  better: 'higher' | 'lower',
  members: Predicate | undefined,
  walk: Walk,
): CompiledCut | null {
  const { report, environment } = walk;
  const rule = ruleOf(own);
  const { label, unit, types } = subject;
  const money = types.includes('money');
  if (rule && members) {
    const stored = own.value === null ? null : [own.value];
    report.cuts.push({
      node: report.node,
      param: `${param}.value`,
      members,
      value: subject.value,
      rule,
      stored,
      label,
      unit,
      money,
      rounds: subject.whole ? (better === 'higher' ? 'up' : 'down') : null,
    });
  }
  if (own.value === null) {
    return report.error('needs-resolving', `${param}.value`, {
      zh: rule ? `${label.zh}的分界值还没有计算。` : `请填写${label.zh}的分界值。`,
      en: rule ? `The cut of ${label.en} hasn’t been computed yet.` : `Enter the cut of ${label.en}.`,
    });
  }
  const [comparison, value] = placed(own, subject, better, own.value);
  const predicate = compare(comparison, subject.value, number(value));
  const bound = wording(environment).amount(rule ? rounded(value) : value, unit, money);
  report.rows.push(valueRow(report.node, param, subject, predicate, relations[comparison](bound)));
  const told = (which: Comparison): Text => {
    const { zh, en } = relations[which](bound);
    return { zh: spaced`${label.zh}${zh}`, en: `${label.en} ${en}` };
  };
  return { better: predicate, told: { better: told(comparison), worse: told(opposites[comparison]) } };
}

/** A stored cut as it counts: what comes in whole numbers is cut at a whole one. */
export function shownCut(value: number, rounds: CutQuestion['rounds']): number {
  if (rounds === null) return value;
  return rounds === 'up' ? Math.ceil(value) : Math.floor(value);
}

/** A mean has as many digits as it likes: two of them are what people read, four where it is small. */
function rounded(value: number): number {
  return Math.abs(value) < 1 ? Number(value.toPrecision(4)) : Math.round(value * 100) / 100;
}

function ruleOf({ by, share }: Cut): CutRule | null {
  switch (by) {
    case 'mean':
    case 'median':
      return { by };
    case 'quantile':
      return share === undefined ? null : { by, share };
    case 'number':
      return null;
  }
}
