import { type ReadResult, rejected } from './read-result';

const NUMBER = /^[+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A finite number, with or without thousands separators. A whole number beyond 2^53 would lose digits. */
export function readNumber(text: string): ReadResult<number> {
  if (!NUMBER.test(text)) return rejected('not-a-number', { value: text });
  const value = Number(text.replaceAll(',', ''));
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    return rejected('number-too-large', { value: text });
  }
  // -0 and 0 would be two values for one number.
  return { value: value === 0 ? 0 : value };
}
