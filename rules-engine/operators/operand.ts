import { z } from 'zod';
import { moneyAmount } from '../sentence/describe';
import { day, type Span, span } from '../time/window';
import type { Subject } from './operator';

export const operandLimits = { text: 500, values: 1_000 } as const;

/** A text that every database can hold: no U+0000 and no half of a surrogate pair. */
export const operandText = z
  .string()
  .min(1)
  .max(operandLimits.text)
  .refine((value) => !/\0|\p{Surrogate}/u.test(value), {
    params: { zh: '含有无法保存的字符。', en: 'It has a character that can’t be stored.' },
  });

/** A number of the subject: a whole one where nothing else can come of it. */
export function operandNumber({
  whole,
  types,
  unit,
}: Pick<Subject, 'whole' | 'types' | 'unit'>): z.ZodType<number> {
  const isMoney = types.includes('money');
  if (!whole && !isMoney) return z.number();
  return z.number().check(({ value, issues }) => {
    if (Number.isInteger(value)) return;
    const params = isMoney ? notSmallest(value, unit) : notWhole;
    issues.push({ code: 'custom', input: value, params, path: [] });
  });
}

const notWhole = {
  zh: '这里只会是整数，不能填小数。',
  en: 'Only whole numbers come of this: a fraction can’t be meant.',
};

/** Money that somebody wrote in the unit of its currency. */
function notSmallest(value: number, currency: string | null) {
  const { digits, text } = moneyAmount(currency ?? 'CNY');
  const smallest = Math.round(value * 10 ** digits);
  const meant = text(smallest);
  return {
    zh: `金额以最小货币单位（如分）计，要填整数：如果是 ${meant.zh}，请填 ${smallest}。`,
    en: `Money counts in its smallest unit (such as cents), in whole numbers: for ${meant.en} write ${smallest}.`,
  };
}

/** Several texts: `["上海", "杭州"]`. */
export const operandTexts = several(operandText);

/** An operator without an operand. */
export const noOperand = z.null().optional();

/** One value of the subject's type: a number for numbers and money (in the smallest unit), else a text. */
export function oneValue(subject: Subject): z.ZodType<string | number> {
  return isNumeric(subject) ? operandNumber(subject) : operandText;
}

export function severalValues(subject: Subject): z.ZodType<(string | number)[]> {
  return isNumeric(subject) ? several(operandNumber(subject)) : operandTexts;
}

/** Both ends belong to the range. */
export function numberRange(subject: Subject) {
  const end = operandNumber(subject);
  return z.strictObject({ from: end, to: end }).refine(({ from, to }) => from <= to, wrongWayRound('to'));
}

/** Both days belong to the range. Days of this format sort as texts. */
export const dayRange = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, wrongWayRound('to'));

/** A number of units; of what is a calendar day, whole days are the least that means anything. */
export function spanOf({ types }: Subject): z.ZodType<Span> {
  if (!types.includes('day')) return span;
  return span.refine(({ unit }) => unit !== 'hours', {
    path: ['unit'],
    params: {
      zh: '日期没有钟点，请用天、周、月或年。',
      en: 'A calendar date has no hours: use days, weeks, months or years.',
    },
  });
}

/** Part of `key:value` in a member's tags: no colon, no control characters, short enough for a badge. */
export const tagValueText = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((value) => !/[:\p{Cc}\p{Surrogate}]/u.test(value), {
    params: { zh: '不能含有冒号和控制字符。', en: 'No colons and no control characters.' },
  });

export const operandTagValues = several(tagValueText);

/** A pasted list may have a value twice: it counts once. */
function several<T>(element: z.ZodType<T>) {
  return z
    .array(element)
    .min(1)
    .max(operandLimits.values)
    .transform((values) => [...new Set(values)]);
}

function wrongWayRound(path: string) {
  return {
    path: [path],
    params: { zh: '不能比前一个小。', en: 'It can’t come before the other one.' },
  };
}

function isNumeric(subject: Subject): boolean {
  return subject.types.includes('number') || subject.types.includes('money');
}
