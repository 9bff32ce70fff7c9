import { marksOf, type NumberFormat } from '@/lib/contracts/number-format';

/** The ways in which a negative number is written, and a positive one in the first of them. */
const NEGATIVE = [
  (text: string) => `-${text}`,
  (text: string) => `−${text}`,
  (text: string) => `(${text})`,
  (text: string) => `${text}-`,
];

/**
 * A decimal number of `digits` decimals as people of a format write it; `way` (0 to 7) chooses the minus sign and
 * whether thousands are grouped.
 */
export function writtenDecimal(
  smallest: number,
  digits: number,
  { format, negative, way }: { format: NumberFormat; negative: boolean; way: number },
): string {
  const { grouping, decimal } = marksOf(format);
  const text = String(smallest).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const isGrouped = grouping !== null && way >= 4;
  const shown = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, grouping) : whole;
  const plain = digits === 0 ? shown : `${shown}${decimal}${text.slice(-digits)}`;
  return negative ? (NEGATIVE[way % 4]?.(plain) ?? plain) : plain;
}
