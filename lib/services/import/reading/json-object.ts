import { parse } from 'lossless-json';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './json-marks';

/** Far more than any export has, far less than what would exhaust the stack of a parser. */
export const NESTING_LIMIT = 200;

class RepeatedKey extends Error {
  constructor(readonly key: string) {
    super(key);
  }
}

type ParsedObject = { readonly object: object } | Pick<ImportReason, 'code' | 'params'>;

/** Parses one JSON object; its numbers are `LosslessNumber`s, whose digits are those of the text. */
export function parseJsonObject(text: string): ParsedObject {
  if (isNestedDeeper(text, NESTING_LIMIT))
    return { code: 'nested-too-deep', params: { limit: NESTING_LIMIT } };
  try {
    const parsed = parse(text, null, {
      // One of the two would be gone without a word.
      onDuplicateKey: ({ key }) => {
        throw new RepeatedKey(key);
      },
    });
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      // A number alone is an object of the library too.
      if (text.trimStart().startsWith('{')) return { object: parsed };
    }
    return { code: 'broken-json', params: {} };
  } catch (error) {
    if (error instanceof RepeatedKey)
      return { code: 'repeated-key', params: { value: error.key.slice(0, 60) } };
    if (error instanceof SyntaxError) return { code: 'broken-json', params: {} };
    throw error;
  }
}

/** Whether brackets outside of strings are open more than so many deep at once. */
function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}
