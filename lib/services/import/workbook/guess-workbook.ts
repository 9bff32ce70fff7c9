import type { FileSpec } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { guessFooter } from '../reading/guess-footer';
import { looksLikeHeader } from '../reading/guess-header';
import { headerIndex } from '../reading/guess-shape';
import type { Row } from '../reading/row';
import { workbookRows } from './open-workbook';

const FIRST = 200;
const LAST = 60;
/** A longer sheet isn't read to its end for the sake of a guess: its footer is for people to tell. */
const FAR = 20_000;

/** How a sheet seems to be laid out: titles in front, names of the columns, totals at the end. */
export async function guessWorkbook(path: string, sheet: string | null): Promise<FileSpec> {
  const { first, last } = await edgesOf(path, sheet);
  const texts = (rows: readonly Row[]) => rows.map(({ cells }) => cells.map(cellText));
  const index = headerIndex(texts(first));
  const [names = [], ...others] = texts(first.slice(index));
  const header = index > 0 || looksLikeHeader(names, others);
  const from = first[index]?.line ?? 0;
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    header,
    delimiter: ',',
    skip: index > 0 ? from - 1 : 0,
    footerCells: guessFooter(others, texts(last.filter(({ line }) => line > from))),
    sheet,
  };
}

/** The first rows of a sheet and, unless it is long, its last ones. */
async function edgesOf(path: string, sheet: string | null): Promise<{ first: Row[]; last: Row[] }> {
  const first: Row[] = [];
  let last: Row[] = [];
  let n = 0;
  for await (const { rows } of workbookRows(path, sheet)) {
    if (first.length < FIRST) first.push(...rows.slice(0, FIRST - first.length));
    last = [...last, ...rows].slice(-LAST);
    n += rows.length;
    if (n > FAR) return { first, last: [] };
  }
  return { first, last };
}
