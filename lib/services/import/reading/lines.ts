import iconv from 'iconv-lite';
import type { FileSpec } from '@/lib/contracts/import-mapping';

/** A line without its end. `text` is null when it was longer than the limit and not kept. */
export interface Line {
  readonly line: number;
  readonly text: string | null;
}

/** Lines that came with one chunk of the file, and the bytes of the file behind them. */
export interface LineChunk {
  readonly lines: Line[];
  readonly bytes: number;
}

/**
 * Decodes a stream of bytes and splits it at LF or CRLF; numbers begin at 1. Memory stays within a chunk and
 * the limit, however long a line is. Bytes that the encoding doesn't know become U+FFFD.
 */
export async function* splitLines(
  source: AsyncIterable<Uint8Array>,
  encoding: FileSpec['encoding'],
  limit: number,
): AsyncGenerator<LineChunk> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let pending = '';
  let overflow = false;
  let line = 0;
  const take = (text: string): Line[] => {
    const lines: Line[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const piece = pending + text.slice(start, end);
      line += 1;
      lines.push({ line, text: overflow || piece.length > limit ? null : withoutReturn(piece) });
      pending = '';
      overflow = false;
      start = end + 1;
    }
    if (!overflow) pending += text.slice(start);
    if (pending.length > limit + 1) {
      pending = '';
      overflow = true;
    }
    return lines;
  };
  for await (const chunk of source) {
    yield {
      lines: take(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))),
      bytes: chunk.byteLength,
    };
  }
  const rest = take(decoder.end() ?? '');
  if (pending !== '' || overflow) {
    rest.push({ line: line + 1, text: overflow || pending.length > limit ? null : withoutReturn(pending) });
  }
  if (rest.length > 0) yield { lines: rest, bytes: 0 };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
