/** Cells of one record; `open` when a quotation mark isn't closed yet; `broken` when one is followed by text. */
export type CsvRecord = readonly string[] | 'open' | 'broken';

/**
 * Splits one CSV record (RFC 4180). A mark inside a cell that doesn't begin with one is an ordinary character.
 * Our own splitter because a package that reads the whole stream loses count after a mark that is never closed:
 * here the reader decides what to do with the lines that follow.
 */
export function splitCsv(text: string, delimiter: string): CsvRecord {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      const cell = quotedCell(text, at + 1);
      if (cell === 'open') return 'open';
      const next = text[cell.end];
      if (next !== undefined && next !== delimiter) return 'broken';
      cells.push(cell.text);
      if (next === undefined) return cells;
      at = cell.end + 1;
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + 1;
    }
  }
}

/** The cell whose text begins at `from`; `end` is the place after its closing mark. */
function quotedCell(text: string, from: number): { text: string; end: number } | 'open' {
  let out = '';
  let start = from;
  for (;;) {
    const mark = text.indexOf('"', start);
    if (mark < 0) return 'open';
    out += text.slice(start, mark);
    if (text.charCodeAt(mark + 1) !== 34) return { text: out, end: mark + 1 };
    out += '"';
    start = mark + 2;
  }
}

/** A cell as it is written in CSV: in quotation marks when something in it would be taken for more. */
export function quoted(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
