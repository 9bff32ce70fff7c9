import { pinyin } from 'pinyin-pro';
import type { LocalText } from '@/lib/contracts/local-text';

const known = new Map<string, string[]>();
const KEPT = 20_000;

/**
 * Whether something is found by what people type: part of its label in either language, of its other names, of the
 * pinyin of its Chinese label (`xingbie`), or of the initials (`xb`). Spaces and case don't count.
 */
export function matchesSearch(search: string, label: LocalText, names: readonly string[] = []): boolean {
  const wanted = plain(search);
  if (wanted === '') return true;
  return (
    [label.en, ...names].some((text) => plain(text).includes(wanted)) ||
    spellings(label.zh).some((text) => text.includes(wanted))
  );
}

/** A Chinese text as it is, in pinyin, and by initials. */
function spellings(text: string): string[] {
  const cached = known.get(text);
  if (cached) return cached;
  const all = [
    plain(text),
    plain(pinyin(text, { toneType: 'none', nonZh: 'consecutive', type: 'array' }).join('')),
    plain(pinyin(text, { pattern: 'first', toneType: 'none', nonZh: 'consecutive', type: 'array' }).join('')),
  ];
  if (known.size >= KEPT) known.clear();
  known.set(text, all);
  return all;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
