import type { Text } from '../text';
import type { Clock, Span } from '../time/window';
import { andItems, orItems } from './items';
import { spanText, unitText } from './units';

/** What phrases are worded with: numbers, money, lists and spans of time in both languages. */
export interface Describe {
  clock: Clock;
  /** A number with its unit, or money in the smallest unit (`unit` is then the currency). */
  amount(value: number, unit: string | null, money: boolean): Text;
  /** `A、B 或 C`, `A, B or C` */
  or(items: readonly Text[]): Text;
  /** `A、B 和 C`, `A, B and C` */
  and(items: readonly Text[]): Text;
  /** `3 个月`, `3 months` */
  span(span: Span): Text;
}

const locales = { zh: 'zh-CN', en: 'en' } as const;

export function wording(clock: Clock): Describe {
  return {
    clock,
    amount: (value, unit, money) => ({
      zh: amount('zh', value, unit, money),
      en: amount('en', value, unit, money),
    }),
    or: orItems,
    and: andItems,
    span: spanText,
  };
}

/** Digits of a currency behind the point, and an amount in its smallest unit as it is written. */
export function moneyAmount(currency: string): { digits: number; text(smallest: number): Text } {
  const digits = moneyFormat('en', currency)?.resolvedOptions().maximumFractionDigits ?? 2;
  return {
    digits,
    text: (smallest) => ({
      zh: amount('zh', smallest, currency, true),
      en: amount('en', smallest, currency, true),
    }),
  };
}

function amount(locale: 'zh' | 'en', value: number, unit: string | null, money: boolean): string {
  if (!money) {
    const text = plainNumber(locale).format(value);
    return unit ? `${text} ${unitText(unit, value)[locale]}` : text;
  }
  const format = moneyFormat(locale, unit ?? 'CNY');
  if (!format) return `${plainNumber(locale).format(value / 100)} ${unit}`;
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Making a format costs far more than using it, and a sentence of a whole graph uses it at every row. */
const plainNumbers = new Map<string, Intl.NumberFormat>();
const moneyFormats = new Map<string, Intl.NumberFormat | null>();

function plainNumber(locale: 'zh' | 'en'): Intl.NumberFormat {
  return kept(
    plainNumbers,
    locale,
    () => new Intl.NumberFormat(locales[locale], { maximumFractionDigits: 6 }),
  );
}

/** Null for what isn't a currency code: a unit comes from the catalogue, where people write it. */
function moneyFormat(locale: 'zh' | 'en', currency: string): Intl.NumberFormat | null {
  if (!/^[A-Za-z]{3}$/.test(currency)) return null;
  return kept(moneyFormats, `${locale} ${currency}`, () => {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    const { maximumFractionDigits } = new Intl.NumberFormat('en', style).resolvedOptions();
    return new Intl.NumberFormat(locales[locale], {
      ...style,
      minimumFractionDigits: 0,
      maximumFractionDigits,
    });
  });
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
