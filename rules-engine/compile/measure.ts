import { type Field, valueTypes } from '../catalogue';
import type { AggregateFunction, ArithmeticOperator } from '../ir/expression';
import type { SubjectType } from '../operators/operator';
import type { Text } from '../text';

/** What a value is measured in: the one place that decides it, for what is compiled and for the form alike. */
export interface Measure {
  types: readonly SubjectType[];
  /** Unit of a number, currency of money; null where none is said. */
  unit: string | null;
  /** Only whole numbers can come of it: counts, local days, metrics of them, money in its smallest unit. */
  whole: boolean;
}

const plain = { types: ['number'], unit: null } satisfies Partial<Measure>;

/** A plain number that stands in a formula. */
export function numberMeasure(value: number): Measure {
  return { ...plain, whole: Number.isInteger(value) };
}

export function fieldMeasure({ type, unit, whole = false }: Pick<Field, 'type' | 'unit' | 'whole'>): Measure {
  return { types: [type], unit, whole: whole || type === 'money' };
}

/** Whether a function that reads a property can read this one. */
export function readsProperty(fn: AggregateFunction, { type }: Pick<Field, 'type'>): boolean {
  return fn === 'distinct' ? type !== 'list' : valueTypes[type] === 'number';
}

/** What a function makes of events; `property`: the one that it reads, where it reads any. */
export function aggregateMeasure(fn: AggregateFunction, property: Field | null): Measure {
  return aggregates[fn](property);
}

const counted = (): Measure => ({ ...plain, whole: true });
const dated = (): Measure => ({ types: ['date'], unit: null, whole: false });
/** As the property: a mean is between the values, the others are made of whole ones. */
const asProperty = (property: Field | null, keepsWhole: boolean): Measure => {
  const type = property?.type === 'money' ? 'money' : 'number';
  const whole = keepsWhole && property !== null && fieldMeasure(property).whole;
  return { types: [type], unit: property?.unit ?? null, whole };
};

const aggregates: Record<AggregateFunction, (property: Field | null) => Measure> = {
  count: () => ({ types: ['number', 'events'], unit: null, whole: true }),
  sum: (property) => asProperty(property, true),
  mean: (property) => asProperty(property, false),
  min: (property) => asProperty(property, true),
  max: (property) => asProperty(property, true),
  distinct: counted,
  distinctDays: counted,
  first: dated,
  last: dated,
  daysSinceLast: () => ({ types: ['number'], unit: 'days', whole: true }),
  meanDaysBetween: () => ({ types: ['number'], unit: 'days', whole: false }),
};

type Sides = 'money money' | 'money number' | 'number money' | 'number number';

/**
 * What comes of calculating with two numbers. A sum of money and a plain number, money times money and a number over
 * money mean nothing that could be compared with an amount that somebody types: they are refused with the reason.
 */
export function formulaMeasure(
  operator: ArithmeticOperator,
  left: Measure,
  right: Measure,
): { ok: true; measure: Measure } | { ok: false; reason: Text } {
  if (![left, right].every(isNumber)) return { ok: false, reason: noNumber };
  const [isLeft, isRight] = [left, right].map(({ types }) => types.includes('money'));
  const sides: Sides = `${isLeft ? 'money' : 'number'} ${isRight ? 'money' : 'number'}`;
  const outcome = outcomes[operator][sides];
  if (typeof outcome !== 'string') return { ok: false, reason: outcome };
  if (isLeft && isRight && left.unit !== null && right.unit !== null && left.unit !== right.unit)
    return { ok: false, reason: otherCurrency(left.unit, right.unit) };
  const whole = operator !== '/' && left.whole && right.whole;
  if (outcome === 'number') return { ok: true, measure: { ...plain, whole } };
  const unit = (isLeft ? left.unit : null) ?? (isRight ? right.unit : null);
  return { ok: true, measure: { types: ['money'], unit, whole } };
}

function isNumber({ types }: Measure): boolean {
  return types.includes('number') || types.includes('money');
}

const noNumber: Text = {
  zh: '只有数字和金额可以用来计算。',
  en: 'Only numbers and money can be calculated with.',
};
const mixed: Text = {
  zh: '金额和普通数字不能相加减：两边都要是金额，或都不是。',
  en: 'Money and a plain number can’t be added or subtracted: both sides have to be money, or neither.',
};
const squared: Text = {
  zh: '金额乘金额没有意义：一边要是普通数字。',
  en: 'Money times money means nothing: one side has to be a plain number.',
};
const perAmount: Text = {
  zh: '普通数字除以金额没有单位可比，请反过来写：金额除以数字。',
  en: 'A plain number over money has no unit to compare in. Turn it round: money over the number.',
};
const otherCurrency = (left: string, right: string): Text => ({
  zh: `两种货币（${left} 和 ${right}）不能放在一起算。`,
  en: `Two currencies (${left} and ${right}) can’t be calculated with together.`,
});

const outcomes: Record<ArithmeticOperator, Record<Sides, 'money' | 'number' | Text>> = {
  '+': { 'money money': 'money', 'money number': mixed, 'number money': mixed, 'number number': 'number' },
  '-': { 'money money': 'money', 'money number': mixed, 'number money': mixed, 'number number': 'number' },
  '*': {
    'money money': squared,
    'money number': 'money',
    'number money': 'money',
    'number number': 'number',
  },
  '/': {
    'money money': 'number',
    'money number': 'money',
    'number money': perAmount,
    'number number': 'number',
  },
};
