import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** The first bytes of a file: enough to guess what it is. */
export async function fileHead(path: string, bytes = 65_536): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await file.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes of a file in pieces large enough that decoding dominates. */
export function fileBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 262_144 });
}
