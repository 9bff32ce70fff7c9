import { stat } from 'node:fs/promises';
import { filePart } from './file-head';
import { unpackedBytes } from './unpacked-bytes';

/** What of a file is looked at to tell how it is to be read. */
export interface Survey {
  /** The first bytes, unpacked. */
  head: Buffer;
  /** Whole lines that have bytes beyond ASCII: only they tell the encoding. Empty when there are none. */
  unusual: Buffer;
  /** The last bytes, unpacked; null where getting there takes too long. The first line is probably cut. */
  tail: Buffer | null;
  isPacked: boolean;
}

const EDGE = 65_536;
const UNUSUAL = 32_768;
/** How far is read for the sake of a guess: about half a second. */
const FAR = 67_108_864;

/** Looks at the beginning, the end and the unusual lines of a file. Throws `broken-archive`, `unpacks-too-large`. */
export async function surveyFile(path: string): Promise<Survey> {
  const { isPacked, bytes } = await unpackedBytes(path);
  const heads: Uint8Array[] = [];
  const lines = new UnusualLines();
  let last: Uint8Array = Buffer.alloc(0);
  let read = 0;
  let isWhole = true;
  for await (const chunk of bytes) {
    if (read < EDGE) heads.push(chunk);
    lines.push(chunk);
    last = Buffer.concat([last, chunk]).subarray(-EDGE);
    read += chunk.byteLength;
    isWhole = read < FAR && (isPacked || !lines.isFull || read < EDGE);
    if (!isWhole) break;
  }
  const head = Buffer.concat(heads).subarray(0, EDGE);
  const tail = isWhole ? Buffer.from(last) : isPacked ? null : await fileTail(path);
  return { head, unusual: lines.result(), tail, isPacked };
}

async function fileTail(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  // An even place, so that characters of two bytes stay whole.
  const start = Math.max(0, size - EDGE);
  return filePart(path, start - (start % 2), EDGE + 1);
}

/** Collects whole lines that have bytes beyond ASCII. */
class UnusualLines {
  private readonly found: Buffer[] = [];
  private bytes = 0;
  private rest = Buffer.alloc(0);

  get isFull(): boolean {
    return this.bytes >= UNUSUAL;
  }

  push(chunk: Uint8Array): void {
    if (this.isFull) return;
    if (this.rest.length === 0 && chunk.every((byte) => byte < 0x80)) {
      this.rest = Buffer.from(chunk.subarray(chunk.lastIndexOf(0x0a) + 1));
      if (this.rest.length > UNUSUAL) this.rest = this.rest.subarray(0, 0);
      return;
    }
    const text = Buffer.concat([this.rest, chunk]);
    let start = 0;
    for (let at = 0; at < text.length && !this.isFull; at += 1) {
      if (text[at] !== 0x0a && text[at] !== 0x0d) continue;
      this.take(text.subarray(start, at + 1));
      start = at + 1;
    }
    // A line that never ends is taken in pieces.
    if (text.length - start > UNUSUAL) {
      this.take(text.subarray(start, start + UNUSUAL));
      start = text.length;
    }
    this.rest = Buffer.from(text.subarray(start));
  }

  result(): Buffer {
    this.take(this.rest);
    return Buffer.concat(this.found);
  }

  private take(line: Buffer): void {
    if (this.isFull || !line.some((byte) => byte >= 0x80)) return;
    this.found.push(line);
    this.bytes += line.length;
  }
}
