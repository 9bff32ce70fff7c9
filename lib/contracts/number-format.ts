import { z } from 'zod';

/**
 * How the numbers of a column are written, by an example: the mark between groups of three digits, then the decimal
 * mark. Groups may be left out of any cell. A space is any space (thin, not breaking), an apostrophe any apostrophe.
 */
export const numberFormats = [
  '1,234.5',
  '1.234,5',
  '1 234,5',
  "1'234.5",
  '1 234.5',
  "1'234,5",
  '1234.5',
  '1234,5',
] as const;
export const numberFormatSchema = z.enum(numberFormats);
export type NumberFormat = z.infer<typeof numberFormatSchema>;

/** What a mapping means that doesn't say how its numbers are written. */
export const DEFAULT_NUMBER_FORMAT: NumberFormat = '1,234.5';

/** The marks of a format; no grouping mark: digits only. */
export function marksOf(format: NumberFormat): { grouping: string | null; decimal: '.' | ',' } {
  const decimal = format.at(-2) === ',' ? ',' : '.';
  return { grouping: format.length === 7 ? format.charAt(1) : null, decimal };
}
