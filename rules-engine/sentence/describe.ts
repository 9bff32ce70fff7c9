import type { Text } from '../text';
import type { Clock } from '../time/window';
import { joinPhrases } from './phrases';

/** What phrases are worded with: numbers, money and lists in both languages. */
export interface Describe {
  clock: Clock;
  /** A number with its unit, or money in the smallest unit (`unit` is then the currency). */
  amount(value: number, unit: string | null, money: boolean): Text;
  /** `A、B或C` / `A, B or C` */
  or(items: readonly Text[]): Text;
  and(items: readonly Text[]): Text;
}

const locales = { zh: 'zh-CN', en: 'en' } as const;

export function wording(clock: Clock): Describe {
  return {
    clock,
    amount: (value, unit, money) => ({
      zh: amount('zh', value, unit, money),
      en: amount('en', value, unit, money),
    }),
    or: (items) => joinPhrases('any', items),
    and: (items) => joinPhrases('all', items),
  };
}

function amount(locale: 'zh' | 'en', value: number, unit: string | null, money: boolean): string {
  if (!money) {
    const text = new Intl.NumberFormat(locales[locale], { maximumFractionDigits: 6 }).format(value);
    return unit ? `${text} ${unit}` : text;
  }
  const currency = unit ?? 'CNY';
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(locales[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(value / 10 ** digits);
}
