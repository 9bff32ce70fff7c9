import { DEFAULT_EMPTY_WORDS } from '@/lib/contracts/empty-words';
import { halfWidth } from './plain-text';

/** What a mapping says of words that stand for an empty cell. */
export interface EmptyWords {
  isEmpty(text: string): boolean;
  /** A usual word for nothing that the mapping says nothing of, since it has no list of its own. */
  isUndeclared(text: string): boolean;
}

/** The words of a mapping, in any case and width; undefined where it has no list of its own. */
export function emptyWords(words: readonly string[] | undefined): EmptyWords {
  const known = new Set((words ?? DEFAULT_EMPTY_WORDS).map(folded));
  const longest = Math.max(0, ...[...known].map((word) => word.length));
  const has = (text: string) => text.length <= longest && known.has(folded(text));
  const never = () => false;
  return words === undefined ? { isEmpty: never, isUndeclared: has } : { isEmpty: has, isUndeclared: never };
}

function folded(word: string): string {
  return halfWidth(word).trim().toLowerCase();
}
