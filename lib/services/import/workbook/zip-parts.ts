import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Problem } from '@/lib/contracts/problem';
import { maxUnpackedBytes } from '../reading/limits';
import { refuseBomb } from '../unpacked-bytes';

/** A workbook has some dozens of parts; a zip with more is something else. */
const MOST_PARTS = 10_000;

/** The parts of a workbook: files in a zip, found by their paths whatever the capitals. */
export class ZipParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limit: number,
  ) {}

  /** Throws `not-a-workbook`, `unpacks-too-large`. */
  static async open(path: string, limit = maxUnpackedBytes()): Promise<ZipParts> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
      throw asProblem(error);
    });
    try {
      if (zip.entryCount > MOST_PARTS) throw new Problem('not-a-workbook');
      const entries = await entriesOf(zip);
      const total = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
      const packed = [...entries.values()].reduce((sum, entry) => sum + entry.compressedSize, 0);
      refuseBomb(total, packed, limit);
      return new ZipParts(zip, entries, limit);
    } catch (error) {
      zip.close();
      throw asProblem(error);
    }
  }

  has(path: string): boolean {
    return this.entries.has(keyOf(path));
  }

  /** Bytes of a part when it is unpacked; 0 when it isn't there. */
  sizeOf(path: string): number {
    return this.entries.get(keyOf(path))?.uncompressedSize ?? 0;
  }

  /** The bytes of a part; nothing when it isn't there. Throws `not-a-workbook`, `unpacks-too-large`. */
  async *bytes(path: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(keyOf(path));
    if (!entry) return;
    let bytes = 0;
    let stream: Readable | undefined;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array)) throw new Error('a zip gives bytes');
        bytes += chunk.byteLength;
        refuseBomb(bytes, entry.compressedSize, this.limit);
        yield chunk;
      }
    } catch (error) {
      throw asProblem(error);
    } finally {
      stream?.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(keyOf(entry.fileName), entry);
  return entries;
}

/** Bytes that aren't what a zip promises make it damaged; trouble with the disk (`ENOENT`, `EIO`) is another thing. */
function asProblem(error: unknown): unknown {
  const isSystem = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
  return error instanceof Problem || isSystem ? error : new Problem('not-a-workbook');
}

function keyOf(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase();
}
