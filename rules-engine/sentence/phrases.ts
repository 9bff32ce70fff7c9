import type { Text } from '../text';

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
  const separator = separators[mode];
  return {
    text: {
      zh: parts.map((part) => part.zh).join(separator.zh),
      en: parts.map((part) => part.en).join(separator.en),
    },
    joined: mode,
  };
}

export const separators: Record<'all' | 'any', Text> = {
  all: { zh: ',且', en: ' and ' },
  any: { zh: ',或', en: ' or ' },
};

export function bracketed({ zh, en }: Text): Text {
  return { zh: `(${zh})`, en: `(${en})` };
}

/** Items that are told before the rest becomes a number. */
const toldItems = 6;

/** `A、B 或 C`, `A, B or C`; of a long list the beginning and how many there are. */
export function orItems(items: readonly Text[]): Text {
  return listed(items, { zh: ' 或 ', en: ' or ' }, (n) => ({
    zh: ` 等 ${n} 项之一`,
    en: ` or another of ${n}`,
  }));
}

export function andItems(items: readonly Text[]): Text {
  return listed(items, { zh: ' 和 ', en: ' and ' }, (n) => ({
    zh: ` 等 ${n} 项`,
    en: ` and others, ${n} in all`,
  }));
}

function listed(items: readonly Text[], last: Text, more: (n: number) => Text): Text {
  const shown = items.length > toldItems ? items.slice(0, toldItems - 1) : items;
  const end = items.length > toldItems ? more(items.length) : { zh: '', en: '' };
  return {
    zh: `${enumerate(
      shown.map((item) => item.zh),
      '、',
      end.zh ? '、' : last.zh,
    )}${end.zh}`,
    en: `${enumerate(
      shown.map((item) => item.en),
      ', ',
      end.en ? ', ' : last.en,
    )}${end.en}`,
  };
}

function enumerate(items: readonly string[], comma: string, last: string): string {
  const final = items.at(-1);
  if (final === undefined) return '';
  const others = items.slice(0, -1);
  return others.length === 0 ? final : `${others.join(comma)}${last}${final}`;
}

/** The negation of a phrase. */
export function refusal({ zh, en }: Text): Text {
  return { zh: `不满足(${zh})`, en: `not (${en})` };
}
