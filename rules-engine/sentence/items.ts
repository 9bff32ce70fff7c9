import type { Text } from '../text';
import { joinSpaced, spaced } from './spaced';

/** Items that are told before the rest becomes a number. */
const most = 6;

/** `A、B或C`, `A, B or C`; of a long list the beginning and how many there are. */
export function orItems(items: readonly Text[]): Text {
  return items.length > most
    ? shortened(items, (n) => ({ zh: spaced`等${n}项之一`, en: `or another of ${n}` }))
    : listed(items, { zh: '或', en: ' or ' });
}

/** `A、B和C`, `A, B and C` */
export function andItems(items: readonly Text[]): Text {
  return items.length > most
    ? shortened(items, (n) => ({ zh: spaced`等${n}项`, en: `and others, ${n} in all` }))
    : listed(items, { zh: '和', en: ' and ' });
}

/** Words in a row; `last` stands before the last one. */
export function enumerate(items: readonly string[], comma: string, last: string): string {
  const final = items.at(-1);
  const others = items.slice(0, -1);
  if (final === undefined || others.length === 0) return final ?? '';
  return joinSpaced([others.join(comma), last, final]);
}

function listed(items: readonly Text[], last: Text): Text {
  return {
    zh: enumerate(
      items.map((item) => item.zh),
      '、',
      last.zh,
    ),
    en: enumerate(
      items.map((item) => item.en),
      ', ',
      last.en,
    ),
  };
}

function shortened(items: readonly Text[], more: (n: number) => Text): Text {
  const shown = items.slice(0, most - 1);
  const { zh, en } = more(items.length);
  return {
    zh: joinSpaced([shown.map((item) => item.zh).join('、'), zh]),
    en: `${shown.map((item) => item.en).join(', ')} ${en}`,
  };
}
