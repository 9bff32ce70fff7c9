import type { Text } from '../text';

/** Joins clauses by “and” or “or”; a clause that is itself joined the other way is bracketed by the caller. */
export function joinPhrases(mode: 'all' | 'any', phrases: readonly Text[]): Text {
  return {
    zh: phrases.map((phrase) => phrase.zh).join(mode === 'all' ? ',且' : ',或'),
    en: phrases.map((phrase) => phrase.en).join(mode === 'all' ? ' and ' : ' or '),
  };
}
