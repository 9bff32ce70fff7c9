import { marksOf, type NumberFormat } from '@/lib/contracts/number-format';

/** A decimal number as it is written: digits before and after the mark. */
export interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

/** A text without its sign, and whether it was a minus: in front, behind, or as brackets. */
export interface Signed {
  negative: boolean;
  text: string;
}

/** Null when there is more than one sign. */
export function signed(text: string): Signed | null {
  const inner = text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : null;
  const body = inner ?? text;
  const front = /^[+-]\s*/.exec(body)?.[0] ?? '';
  const back = /\s*-$/.exec(body)?.[0] ?? '';
  const signs = (inner === null ? 0 : 1) + (front === '' ? 0 : 1) + (back === '' ? 0 : 1);
  if (signs > 1) return null;
  const negative = inner !== null || front.startsWith('-') || back !== '';
  return { negative, text: body.slice(front.length, body.length - back.length) };
}

export type DigitsReader = (text: string) => Omit<Decimal, 'negative'> | null;

const readers = new Map<NumberFormat, DigitsReader>();

/** Reads digits with the marks of a format; null for what is written in another. `text` is half width. */
export function digitsReader(format: NumberFormat): DigitsReader {
  const known = readers.get(format);
  if (known) return known;
  const { grouping, decimal } = marksOf(format);
  const mark = grouping === "'" ? "['’]" : escaped(grouping ?? '');
  // What begins with a zero is no group of thousands: 0,123 is written with a decimal comma.
  const grouped = grouping === null ? '' : `|[1-9]\\d{0,2}(?:${mark}\\d{3})+`;
  const shape = new RegExp(`^(\\d+${grouped})?(?:${escaped(decimal)}(\\d*))?$`);
  const reader: DigitsReader = (text) => {
    const match = shape.exec(text);
    if (!match || (match[1] === undefined && !match[2])) return null;
    const whole = match[1] ?? '0';
    const isGrouped = grouping !== null && whole.length > 4;
    return { whole: isGrouped ? whole.replace(/\D/g, '') : whole, fraction: match[2] ?? '' };
  };
  readers.set(format, reader);
  return reader;
}

function escaped(mark: string): string {
  return mark.replace('.', '\\.');
}
