import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { FileLook } from '@/lib/contracts/imports';
import type { LeftOutLine } from '@/lib/contracts/left-out';
import { Problem } from '@/lib/contracts/problem';
import { fileHead } from '../file-head';
import { isBinary, isZip } from '../reading/binary';
import { decoded } from '../reading/decoding';
import { guessFile } from '../reading/guess-file';
import { filled, splitLine } from '../reading/guess-shape';
import { type Survey, surveyFile } from '../survey-file';
import { guessWorkbook } from '../workbook/guess-workbook';
import { sheetNames } from '../workbook/open-workbook';
import type { Sample } from './sample-rows';

/** What is known of a file before its rows are read. */
export interface FirstLook {
  file: FileSpec;
  isPacked: boolean;
  sheets: string[];
  /** A line that shows whether the encoding is right; null where there is none. */
  unusual: string | null;
  /** What the footer seems to be, where its line numbers aren't known. */
  footer: LeftOutLine[];
}

const SHOWN = 200;

/**
 * Tells how a file seems to be read, or looks at it as `given` says. Throws `not-text`, `not-a-workbook`,
 * `broken-archive`, `unpacks-too-large`, `no-such-sheet`.
 */
export async function lookAtFile(path: string, given: FileSpec | undefined): Promise<FirstLook> {
  if (isZip(await fileHead(path, 4))) {
    const sheets = await sheetNames(path);
    const file = given ?? (await guessWorkbook(path, null));
    return { file, isPacked: false, sheets, unusual: null, footer: [] };
  }
  const survey = await surveyFile(path);
  if (isBinary(survey.head)) throw new Problem('not-text');
  const file = given ?? guessFile(survey);
  return {
    file,
    isPacked: survey.isPacked,
    sheets: [],
    unusual: unusualLine(survey, file.encoding),
    footer: footerLines(survey, file),
  };
}

/** The same for the page: with what of a sample was left out. */
export function shownLook({ isPacked, sheets, unusual, footer }: FirstLook, { leftOut }: Sample): FileLook {
  const before = leftOut.lines.filter(({ where }) => where === 'before');
  const after = leftOut.after > 0 ? leftOut.lines.filter(({ where }) => where === 'after') : footer;
  return {
    isPacked,
    sheets,
    unusual,
    leftOut: {
      before: leftOut.before,
      after: Math.max(leftOut.after, after.length),
      lines: [...before, ...after],
    },
  };
}

function unusualLine({ head, unusual }: Survey, encoding: FileSpec['encoding']): string | null {
  const text = decoded(encoding.startsWith('utf-16') ? head : unusual, encoding);
  const line = text.split(/[\r\n]+/).find((one) => /[\u0080-\uffff]/.test(one));
  return line?.trim().slice(0, SHOWN) ?? null;
}

function footerLines({ tail }: Survey, file: FileSpec): LeftOutLine[] {
  const { format, delimiter, footerCells, encoding } = file;
  if (tail === null || footerCells === 0 || format === 'ndjson' || format === 'json') return [];
  const lines = decoded(tail, encoding)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => filled(splitLine(line, { format, delimiter })) > footerCells);
  return last < 0
    ? []
    : lines
        .slice(last + 1)
        .map((text) => ({ where: 'after', line: null, text: text.trim().slice(0, SHOWN) }));
}
