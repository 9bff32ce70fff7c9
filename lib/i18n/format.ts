import { type Locale, textKey } from './locales';

/** What numbers and instants are written with. */
export interface FormatSettings {
  locale: Locale;
  /** IANA zone of the workspace. */
  timeZone: string;
  /** ISO 4217: the currency of money that doesn't say its own. */
  currency: string;
}

export type InstantInput = Date | string | number;

/** Numbers, money, shares and instants as the pages write them. Every function is total: an invalid instant is "–". */
export interface Formatter {
  /** `23,570` */
  number(value: number, maximumFractionDigits?: number): string;
  /** `2.4 万` / `24K`: only where space forces it; show the exact number on hover. */
  compact(value: number): string;
  /** A share of 1 with one decimal: `16.6%`. Not a number when the whole is unknown or 0: `–`. */
  share(part: number, whole?: number): string;
  /** Money from its smallest unit: `¥12.50`. */
  money(smallest: number, currency?: string | null): string;
  /** `2026-11-22 14:03:09` to the minute unless `seconds`. */
  instant(at: InstantInput, options?: { seconds?: boolean }): string;
  /** `2026-11-22` */
  date(at: InstantInput): string;
  /** `3 分钟前` / `3 min. ago` */
  relative(at: InstantInput, now: InstantInput): string;
  /** `420 ms`, `3.2 s`, `4 min 10 s` in the page's language. */
  duration(ms: number): string;
  /** `1.9 MB` */
  bytes(value: number): string;
}

const blank = '–';

export function createFormatter({ locale, timeZone, currency }: FormatSettings): Formatter {
  const plain = new Map<number, Intl.NumberFormat>();
  const currencies = new Map<string, { format: Intl.NumberFormat; unit: number }>();
  const short = new Intl.NumberFormat(locale, { notation: 'compact' });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const ago = new Intl.RelativeTimeFormat(locale, {
    numeric: 'auto',
    style: locale === 'en' ? 'short' : 'long',
  });
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });

  const number = (value: number, digits = 2): string => {
    if (!Number.isFinite(value)) return blank;
    let format = plain.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
      plain.set(digits, format);
    }
    return format.format(value);
  };

  const parts = (at: InstantInput): Record<string, string> | null => {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) return null;
    return Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  };

  const day = (p: Record<string, string>) => `${p.year}-${p.month}-${p.day}`;

  return {
    number,
    compact: (value) =>
      Number.isFinite(value)
        ? short
            .formatToParts(value)
            // Chinese sets the unit off from the digits: 1.2 万.
            .map(({ type, value: text }) => (type === 'compact' && locale === 'zh-CN' ? ` ${text}` : text))
            .join('')
        : blank,
    share: (part, whole = 1) =>
      whole > 0 && Number.isFinite(part / whole) ? percent.format(part / whole) : blank,
    money: (smallest, code) => {
      if (!Number.isFinite(smallest)) return blank;
      const key = code || currency;
      let entry = currencies.get(key);
      if (!entry) {
        const format = moneyFormat(locale, key);
        entry = { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
        currencies.set(key, entry);
      }
      return entry.format.format(smallest / entry.unit);
    },
    instant: (at, options) => {
      const p = parts(at);
      if (!p) return blank;
      return `${day(p)} ${p.hour}:${p.minute}${options?.seconds ? `:${p.second}` : ''}`;
    },
    date: (at) => {
      const p = parts(at);
      return p ? day(p) : blank;
    },
    relative: (at, now) => {
      const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
      if (Number.isNaN(seconds)) return blank;
      const size = Math.abs(seconds);
      const step = steps.find(({ below }) => size < below) ?? lastStep;
      return ago.format(Math.trunc(seconds / step.seconds), step.unit);
    },
    duration: (ms) => {
      if (!Number.isFinite(ms)) return blank;
      const words = durationWords[textKey(locale)];
      if (ms < 1000) return `${number(Math.round(ms))} ${words.ms}`;
      if (ms < 60_000) return `${number(ms / 1000, 1)} ${words.s}`;
      const minutes = Math.floor(ms / 60_000);
      const seconds = Math.round((ms % 60_000) / 1000);
      return `${number(minutes)} ${words.min}${seconds ? ` ${seconds} ${words.s}` : ''}`;
    },
    bytes: (value) => {
      if (!Number.isFinite(value)) return blank;
      const power = Math.min(
        byteUnits.length - 1,
        value > 0 ? Math.floor(Math.log(value) / Math.log(1024)) : 0,
      );
      return `${number(value / 1024 ** power, power ? 1 : 0)} ${byteUnits[power]}`;
    },
  };
}

/** A currency code that the runtime refuses is written as it is, with two decimals. */
function moneyFormat(locale: Locale, code: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
    });
  } catch {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
}

const lastStep: { seconds: number; unit: Intl.RelativeTimeFormatUnit } = {
  seconds: 31_536_000,
  unit: 'year',
};
const steps: { below: number; seconds: number; unit: Intl.RelativeTimeFormatUnit }[] = [
  { below: 60, seconds: 1, unit: 'second' },
  { below: 3_600, seconds: 60, unit: 'minute' },
  { below: 86_400, seconds: 3_600, unit: 'hour' },
  { below: 2_592_000, seconds: 86_400, unit: 'day' },
  { below: 31_536_000, seconds: 2_592_000, unit: 'month' },
];

const durationWords = {
  zh: { ms: '毫秒', s: '秒', min: '分' },
  en: { ms: 'ms', s: 's', min: 'min' },
};

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'];
