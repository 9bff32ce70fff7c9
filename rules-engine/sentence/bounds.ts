import type { Text } from '../text';
import { enumerate } from './items';
import { spaced } from './spaced';

/** `至少 60 且小于 80`, `at least 60 and less than 80`: from a lower bound up to, not including, an upper one. */
export function boundsText(from: Text | null, below: Text | null): Text {
  const parts = [
    ...(from ? [{ zh: spaced`至少${from.zh}`, en: `at least ${from.en}` }] : []),
    ...(below ? [{ zh: spaced`小于${below.zh}`, en: `less than ${below.en}` }] : []),
  ];
  return {
    zh: enumerate(
      parts.map((part) => part.zh),
      '',
      '且',
    ),
    en: parts.map((part) => part.en).join(' and '),
  };
}
