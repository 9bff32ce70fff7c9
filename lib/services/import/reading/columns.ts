import { type Cell, cellText } from '@/lib/values/cell';

/** Names of the columns of a header line: trimmed, never empty, each once. */
export function headerColumns(cells: readonly Cell[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const plain = cellText(cell).replace(/\p{C}/gu, '').trim().slice(0, 190);
    const base = plain === '' ? `column_${index + 1}` : plain;
    let name = base;
    for (let n = 2; used.has(name); n += 1) name = `${base}_${n}`;
    used.add(name);
    return name;
  });
}

/** `column_1`, `column_2` … for files without a header. */
export function numberedColumns(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `column_${index + 1}`);
}
