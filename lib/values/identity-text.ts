import { type Cell, cellText, isList, isLiteral } from './cell';
import type { EmptyWords } from './empty-words';
import { isPlain, isStorable, plainText } from './plain-text';
import { type ReadResult, rejected } from './read-result';

/** `1.39E+10` and `1.0E10`, but not a product code such as `12E5`, which no program writes for a number. */
const SHORTENED = /^[+-]?(?:\d+[.,]\d+e[+-]?\d+|\d+e[+-]\d+)$/i;
/** A whole number that a program held as a floating one: `13800138000.0`. */
const WHOLE = /^(-?\d+)[.,]0+$/;
/** What the rules below could be about; nearly no cell is. */
const QUESTIONABLE = /^(?:#|true$|false$|[+-]?\d+(?:[.,]|e[+-]?\d))/i;
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;

/**
 * The text of a cell that tells who or which it is (an identity, an event's id or type): exactly what stands in the
 * file, without space around it; empty when there is nothing. Anything else would make one of two: a number that lost
 * digits, a truth value, a list, broken text, a word for nothing.
 *
 * A whole number written with `.0` is the whole number, since that is what the program that wrote it had; beyond
 * 2^53 it had lost digits by then.
 */
export function identityText(cell: Cell, words: EmptyWords): ReadResult<string> {
  if (cell === undefined) return { value: '' };
  if (isList(cell)) return rejected('not-a-text');
  if (typeof cell !== 'string' && !isLiteral(cell)) return rejected(cell.unreadable, { value: cell.text });
  const text = cellText(cell).trim();
  if (text === '' || words.isEmpty(text)) return { value: '' };
  if (isBroken(text)) return rejected('broken-text');
  if (words.isUndeclared(text)) return rejected('empty-word', { value: text });
  const plain = plainText(text);
  if (!QUESTIONABLE.test(plain)) return { value: text };
  if (SPREADSHEET_ERROR.test(plain)) return rejected('spreadsheet-error', { value: text });
  if (/^(?:true|false)$/i.test(plain)) return rejected('truth-value-as-id', { value: text });
  if (SHORTENED.test(plain)) return rejected('shortened-by-spreadsheet', { value: text });
  const whole = WHOLE.exec(plain)?.[1];
  if (whole !== undefined) {
    return Number.isSafeInteger(Number(whole))
      ? { value: whole }
      : rejected('shortened-by-spreadsheet', { value: text });
  }
  if (typeof cell === 'string') return { value: text };
  return rejected(/e/i.test(text) ? 'shortened-by-spreadsheet' : 'not-a-whole-number', { value: text });
}

/** Control characters have no place in what is looked up and compared. */
function isBroken(text: string): boolean {
  return !isPlain(text) && (!isStorable(text) || /\p{Cc}/u.test(text));
}
