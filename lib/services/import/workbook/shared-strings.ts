import { Problem } from '@/lib/contracts/problem';
import { RichText } from './rich-text';
import { readWholeXml } from './xml';
import type { ZipParts } from './zip-parts';

/** Texts that cells refer to are all in memory: so many characters at most. */
const MOST_CHARACTERS = 100_000_000;

/** The texts that cells of a workbook refer to by number. Throws `unpacks-too-large`, `not-a-workbook`. */
export async function readSharedStrings(parts: ZipParts, path: string | null): Promise<string[]> {
  if (path === null) return [];
  const strings: string[] = [];
  const text = new RichText();
  let characters = 0;
  await readWholeXml(parts.bytes(path), {
    open: (name) => {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    close: (name) => {
      text.close(name);
      if (name !== 'si') return;
      const value = text.value();
      characters += value.length;
      if (characters > MOST_CHARACTERS)
        throw new Problem('unpacks-too-large', { limit: `${MOST_CHARACTERS / 1_000_000} MB`, ratio: 1 });
      strings.push(value);
    },
    text: (piece) => text.add(piece),
  });
  return strings;
}
