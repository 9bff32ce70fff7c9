import { filled } from './guess-shape';

/** What totals, notes and rulers begin with or say. */
const FOOTER =
  /^\W*(?:合计|总计|小计|共计|汇总|备注|说明|注意|注[::]|制表|导出|截止|打印|统计|(?:grand\s+)?totals?\b|sum\b|subtotal\b|end of (?:file|report)|generated\b|exported\b)|[-=_*#─—]{4,}|[共计]\s*\d+\s*[笔条行个次]|^\d+ rows?\b/i;
const MOST_ROWS = 30;

/**
 * Most filled cells that a row of the footer has; 0 when there is none. Rows at the end are a footer when they are
 * emptier than every row before them, and the first of them says so.
 * @param first the first rows of the table
 * @param last its last ones, which may be the same
 */
export function guessFooter(
  first: readonly (readonly string[])[],
  last: readonly (readonly string[])[],
): number {
  const rows = last.filter((cells) => filled(cells) > 0);
  const fullest = Math.max(0, ...rows.map(filled));
  let best = 0;
  for (let n = 1; n <= Math.min(MOST_ROWS, rows.length); n += 1) {
    const foot = rows.slice(-n);
    const most = Math.max(...foot.map(filled));
    if (most >= fullest) break;
    const table = [...first, ...rows.slice(0, -n)];
    const isEmptier = table.every(
      (cells) => filled(cells) === 0 || filled(cells) > most || isIn(cells, foot),
    );
    if (isEmptier && FOOTER.test(foot[0]?.join(' ').trim() ?? '')) best = most;
  }
  return best;
}

/** A short file's first rows are its last ones too. */
function isIn(cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const text = cells.join('\n');
  return rows.some((row) => row.join('\n') === text);
}
