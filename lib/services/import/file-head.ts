import { open } from 'node:fs/promises';

/** The first bytes of a file as they lie on the disk. */
export async function fileHead(path: string, bytes: number): Promise<Buffer> {
  return filePart(path, 0, bytes);
}

/** Bytes of a file from a place on; fewer where it ends. */
export async function filePart(path: string, start: number, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    let length = 0;
    // One read may give less than was asked for.
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, bytes - length, start + length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes) return buffer.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}
