import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '@/lib/contracts/problem';
import { fileHead } from './file-head';
import { maxUnpackedBytes } from './reading/limits';

/** The bytes of a file as they are read, unpacked if it is a gzip file. */
export interface UnpackedBytes {
  readonly isPacked: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many bytes of the file itself were read so far. */
  position(): number;
}

/** Text hardly ever shrinks to less than a hundredth; zeros shrink to a thousandth. */
const MOST_RATIO = 200;
/** What any file may have, whatever the ratio. */
const ALWAYS_FINE = 67_108_864;

/** Opens a file in pieces large enough that decoding dominates. Reading throws `broken-archive`, `unpacks-too-large`. */
export async function unpackedBytes(path: string, limit = maxUnpackedBytes()): Promise<UnpackedBytes> {
  const head = await fileHead(path, 2);
  const isPacked = isGzip(head);
  const input = createReadStream(path, { highWaterMark: 262_144 });
  const position = () => input.bytesRead;
  return { isPacked, bytes: isPacked ? unpacked(input, position, limit) : input, position };
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function* unpacked(
  input: NodeJS.ReadableStream,
  position: () => number,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 262_144 });
  // Ends the file too when whoever reads stops early; errors come out of the loop.
  pipeline(input, gunzip, () => undefined);
  let bytes = 0;
  try {
    for await (const chunk of gunzip) {
      if (!(chunk instanceof Uint8Array)) throw new Error('gunzip gives bytes');
      bytes += chunk.byteLength;
      refuseBomb(bytes, position(), limit);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? new Problem('broken-archive') : error;
  }
}

/** @param packed bytes of the file that the unpacked ones came from */
export function refuseBomb(bytes: number, packed: number, limit: number): void {
  if (bytes > limit || (bytes > ALWAYS_FINE && bytes > packed * MOST_RATIO)) {
    throw new Problem('unpacks-too-large', {
      limit: `${Math.round(limit / 1_048_576)} MB`,
      ratio: MOST_RATIO,
    });
  }
}

export function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
