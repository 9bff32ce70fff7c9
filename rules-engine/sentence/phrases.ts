import type { Text } from '../text';
import { enumerate } from './items';

/** How the parts of a phrase are joined; null when it has one part only. */
export type Joined = 'all' | 'any' | null;

export interface Phrase {
  text: Text;
  joined: Joined;
}

/** Joins phrases by “and” or “or”; one that is joined the other way is bracketed. */
export function joinPhrases(mode: 'all' | 'any', phrases: readonly Phrase[]): Phrase {
  const [first] = phrases;
  if (first && phrases.length === 1) return first;
  const parts = phrases.map(({ text, joined }) => (joined && joined !== mode ? bracketed(text) : text));
  const word = conjunctions[mode];
  return {
    text: {
      zh: parts.map((part) => part.zh).join(`，${word.zh}`),
      en: enumerate(
        parts.map((part) => part.en),
        ', ',
        ` ${word.en} `,
      ),
    },
    joined: mode,
  };
}

export const conjunctions: Record<'all' | 'any', Text> = {
  all: { zh: '且', en: 'and' },
  any: { zh: '或', en: 'or' },
};

export function bracketed({ zh, en }: Text): Text {
  return { zh: `（${zh}）`, en: `(${en})` };
}

/** The negation of a phrase. */
export function refusal({ zh, en }: Text): Text {
  return { zh: `不满足${bracketed({ zh, en }).zh}`, en: `not (${en})` };
}
