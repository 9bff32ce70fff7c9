import iconv from 'iconv-lite';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import { splitCsv } from './csv-record';

type Encoding = FileSpec['encoding'];

/** What a file seems to be, from its first bytes (64 KB are plenty). People correct it where it is wrong. */
export function guessFile(head: Uint8Array): FileSpec {
  const encoding = guessEncoding(head);
  const text = iconv.decode(Buffer.from(head), encoding, { stripBOM: true });
  const all = text.split(/\r?\n/);
  // The last line is probably cut off in the middle.
  const lines = (all.length > 1 ? all.slice(0, -1) : all).filter((line) => line.trim() !== '').slice(0, 50);
  const shape = guessShape(lines);
  return { ...shape, encoding, header: shape.format === 'ndjson' || looksLikeHeader(lines, shape) };
}

/** A byte order mark decides; then UTF-16 by its zero bytes, UTF-8 by its strict form, else GBK. */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const odd = head.filter((_, index) => index % 2 === 1);
  if (odd.length > 8 && odd.filter((byte) => byte === 0).length > odd.length / 4) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return iconv.decode(Buffer.from(head), 'gbk').slice(0, -2).includes('\ufffd') ? 'gb18030' : 'gbk';
  }
}

type Shape = Pick<FileSpec, 'format' | 'delimiter'>;

const candidates: readonly (Shape & { mark: string })[] = [
  { format: 'tsv', delimiter: ',', mark: '\t' },
  { format: 'csv', delimiter: ',', mark: ',' },
  { format: 'csv', delimiter: ';', mark: ';' },
  { format: 'csv', delimiter: '|', mark: '|' },
];

/** The separator that splits most lines into the same number of columns, more columns preferred. */
function guessShape(lines: readonly string[]): Shape {
  if (lines.length > 0 && lines.every((line) => line.trimStart().startsWith('{')))
    return { format: 'ndjson', delimiter: ',' };
  const scored = candidates.map((candidate) => ({
    candidate,
    score: agreement(lines.map((line) => width(line, candidate.mark))),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const { format, delimiter } = best.candidate;
  if (best.score > 0) return { format, delimiter };
  const words = lines.map((line) => line.trim().split(/\s+/).length);
  return { format: agreement(words) > 0 ? 'whitespace' : 'csv', delimiter: ',' };
}

/** 0 when fewer than eight in ten lines agree on a number of columns above one; else the number, shares counted. */
function agreement(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of widths) counts.set(n, (counts.get(n) ?? 0) + 1);
  const [columns, n] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const share = widths.length === 0 ? 0 : n / widths.length;
  return columns > 1 && share >= 0.8 ? columns * share : 0;
}

function width(line: string, mark: string): number {
  const record = splitCsv(line, mark);
  return typeof record === 'string' ? 0 : record.length;
}

/** Names have no digits at their beginning, differ from each other, and are shorter than most data. */
function looksLikeHeader(lines: readonly string[], { format, delimiter }: Shape): boolean {
  const first = lines[0];
  if (first === undefined) return true;
  const split = (line: string): readonly string[] => {
    if (format === 'whitespace') return line.trim().split(/\s+/);
    const record = splitCsv(line, format === 'tsv' ? '\t' : delimiter);
    return typeof record === 'string' ? [line] : record;
  };
  const names = split(first).map((name) => name.trim());
  if (names.length === 1 && isOneOfThem(first.trim(), lines.slice(1))) return false;
  const hasData = (text: string) => /^[+-]?\d/.test(text) || text.includes('@');
  return names.every((name) => name.length <= 60 && !hasData(name)) && new Set(names).size === names.length;
}

/** In a file of codes alone the first line is no name when it is as long as the others and mixed of the same: OpenIDs. */
function isOneOfThem(first: string, others: readonly string[]): boolean {
  const digits = /\d/;
  return (
    first.length >= 6 &&
    others.every((other) => other.trim().length === first.length) &&
    (digits.test(first) || !others.every((other) => digits.test(other)))
  );
}
