import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/** Arrays that columns are made of. */
export type Stored = Int32Array | Float64Array | Uint16Array | Uint32Array;

const arrays = {
  int32: Int32Array,
  float64: Float64Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
};

/** Where an array lies in the file. */
export const partSchema = z.object({
  array: z.enum(['int32', 'float64', 'uint16', 'uint32']),
  offset: z.int().min(0),
  length: z.int().min(0),
  checksum: z.int(),
});
export type Part = z.infer<typeof partSchema>;

const copied = 4 * 1024 * 1024;
const dataName = 'columns.bin';
const stampName = 'stamp.json';

/** Writes arrays one after the other; what they hold may change meanwhile. */
export class SnapshotWriter {
  private offset = 0;

  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
  ) {}

  /** Whatever was there is no snapshot any more from here on. */
  static async begin(folder: string): Promise<SnapshotWriter> {
    await mkdir(folder, { recursive: true });
    await rm(join(folder, stampName), { force: true });
    return new SnapshotWriter(folder, await open(join(folder, dataName), 'w'));
  }

  async write(array: Stored): Promise<Part> {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    const offset = this.offset;
    let checksum = 0;
    for (let from = 0; from < bytes.length; from += copied) {
      // A copy, so that what is written is what was summed.
      const chunk = bytes.slice(from, from + copied);
      checksum = crc32(chunk, checksum);
      await this.file.write(chunk);
    }
    this.offset += bytes.length;
    return { array: kindOf(array), offset, length: array.length, checksum };
  }

  /** The stamp comes last: a snapshot without one was never finished. */
  async finish(stamp: unknown): Promise<void> {
    await this.file.sync();
    await this.file.close();
    const draft = join(this.folder, `${stampName}.new`);
    await writeFile(draft, JSON.stringify(stamp));
    await rename(draft, join(this.folder, stampName));
  }

  async abandon(): Promise<void> {
    await this.file.close();
  }
}

export class SnapshotReader {
  private constructor(private readonly file: FileHandle) {}

  /** The stamp's text and a reader of the arrays; null when there is no snapshot. */
  static async begin(folder: string): Promise<{ stamp: string; reader: SnapshotReader } | null> {
    try {
      const stamp = await readFile(join(folder, stampName), 'utf8');
      return { stamp, reader: new SnapshotReader(await open(join(folder, dataName), 'r')) };
    } catch {
      return null;
    }
  }

  /** Throws when the bytes aren't those that were written. */
  async read({ array, offset, length, checksum }: Part): Promise<Stored> {
    const values = new arrays[array](length);
    const bytes = new Uint8Array(values.buffer);
    const { bytesRead } = await this.file.read(bytes, 0, bytes.length, offset);
    if (bytesRead !== bytes.length || crc32(bytes) !== checksum) throw new Error('The snapshot is damaged.');
    return values;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

function kindOf(array: Stored): Part['array'] {
  if (array instanceof Int32Array) return 'int32';
  if (array instanceof Float64Array) return 'float64';
  return array instanceof Uint16Array ? 'uint16' : 'uint32';
}
