import type { Text } from '../text';

/** `至少 60 且小于 80`, `at least 60 and less than 80`: from a lower bound up to, not including, an upper one. */
export function boundsText(from: Text | null, below: Text | null): Text {
  const parts = [
    ...(from ? [{ zh: `至少 ${from.zh}`, en: `at least ${from.en}` }] : []),
    ...(below ? [{ zh: `小于 ${below.zh}`, en: `less than ${below.en}` }] : []),
  ];
  return {
    zh: parts.map((part) => part.zh).join(' 且'),
    en: parts.map((part) => part.en).join(' and '),
  };
}
