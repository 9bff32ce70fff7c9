import { digest } from '../keys/dedupe-key';

/** What people add to a name: a copy, a part, a mended file; also in brackets. */
const ADDITIONS =
  /(?:rejected|mended|copy|final|new|export|part|副本|最终版?|修改版?|导出|拒绝)$|[(（[【][^)）\]】]*[)）\]】]$/u;
const NUMBERS = /[\d.:年月日号周\s_-]*\d[\d年月日号]*[\s_.-]*/gu;
const EDGES = /^[\s_.\-–—]+|[\s_.\-–—]+$/gu;
const LENGTH = 40;

/**
 * A name for where a file is from: that of the file without its ending, dates and numbers, so that next month's file has
 * the same and another shop's not. Where nothing is left, something of its columns.
 */
export function proposeSource(name: string | undefined, columns: readonly string[]): string {
  let base = (name ?? '')
    .normalize('NFKC')
    .replace(/(?:\.[a-z0-9]{1,7}){1,2}$/i, '')
    .replace(NUMBERS, ' ')
    .replace(EDGES, '');
  for (let before = ''; before !== base; ) {
    before = base;
    base = base.replace(ADDITIONS, '').replace(EDGES, '');
  }
  const source = base.replace(/\s+/gu, '_').toLowerCase().slice(0, LENGTH);
  return source === '' ? `file_${digest(columns).slice(0, 6).toLowerCase()}` : source;
}
