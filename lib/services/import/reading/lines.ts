import type { FileSpec } from '@/lib/contracts/import-mapping';
import { decoderOf } from './decoding';

/** A line without its end. `text` is null when it was longer than the limit and not kept. */
export interface Line {
  readonly line: number;
  readonly text: string | null;
  /** What ended it: a quoted cell of several lines keeps it. Empty at the end of the file. */
  readonly end: '\n' | '\r' | '\r\n' | '';
}

/**
 * Decodes a stream of bytes and splits it at LF, CRLF or CR, whichever comes, also mixed; numbers begin at 1. Memory
 * stays within a chunk and the limit, however long a line is. Bytes that the encoding doesn't know become U+FFFD.
 */
export async function* splitLines(
  source: AsyncIterable<Uint8Array>,
  encoding: FileSpec['encoding'],
  limit: number,
): AsyncGenerator<Line[]> {
  const decoder = decoderOf(encoding);
  const splitter = new LineSplitter(limit);
  for await (const chunk of source) {
    const text = decoder.write(chunk);
    yield splitter.push(text);
  }
  yield [...splitter.push(decoder.end()), ...splitter.finish()];
}

/** Splits decoded text that comes in pieces. */
export class LineSplitter {
  private pending = '';
  private overflow = false;
  private line = 0;
  /** A CR was the last character of a chunk: only the next one tells whether an LF belongs to it. */
  private heldReturn = false;

  constructor(private readonly limit: number) {}

  push(text: string): Line[] {
    if (text === '') return [];
    const lines: Line[] = [];
    let start = 0;
    if (this.heldReturn) {
      this.heldReturn = false;
      const isPair = text.startsWith('\n');
      lines.push(this.take('', isPair ? '\r\n' : '\r'));
      if (isPair) start = 1;
    }
    let feed = text.indexOf('\n', start);
    let back = text.indexOf('\r', start);
    while (feed >= 0 || back >= 0) {
      const at = back < 0 || (feed >= 0 && feed < back) ? feed : back;
      if (at === back && at === text.length - 1) {
        this.heldReturn = true;
        this.add(text.slice(start, at));
        return lines;
      }
      const isPair = at === back && feed === at + 1;
      lines.push(this.take(text.slice(start, at), isPair ? '\r\n' : at === feed ? '\n' : '\r'));
      start = isPair ? at + 2 : at + 1;
      if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
      if (back >= 0 && back < start) back = text.indexOf('\r', start);
    }
    this.add(text.slice(start));
    return lines;
  }

  /** The last line, if nothing ended it. */
  finish(): Line[] {
    if (this.heldReturn) return [this.take('', '\r')];
    return this.pending !== '' || this.overflow ? [this.take('', '')] : [];
  }

  private add(text: string): void {
    if (!this.overflow) this.pending += text;
    if (this.pending.length > this.limit) {
      this.pending = '';
      this.overflow = true;
    }
  }

  private take(text: string, end: Line['end']): Line {
    this.add(text);
    this.line += 1;
    const line = { line: this.line, text: this.overflow ? null : this.pending, end };
    this.pending = '';
    this.overflow = false;
    return line;
  }
}
