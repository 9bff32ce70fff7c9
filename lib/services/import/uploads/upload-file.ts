import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Upload } from '@/lib/contracts/imports';
import { Problem } from '@/lib/contracts/problem';
import { dataFolder } from '@/lib/db/data-folder';
import { maxUploadBytes } from '../reading/limits';

const cutOff = { zh: '文件没有传完，请重新上传', en: 'the file did not arrive whole; upload it again' };

/** Where an upload lies; `id` is its SHA-256, so the same file is kept once. */
export async function uploadPath(id: string): Promise<string> {
  return join(await dataFolder('uploads'), id);
}

/** The path of an upload that is still there. Throws `upload-gone`. */
export async function presentUpload(id: string): Promise<{ path: string; bytes: number }> {
  const path = await uploadPath(id);
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw new Problem('upload-gone');
  return { path, bytes: stats.size };
}

export interface StoreOptions {
  /** Bytes. */
  limit?: number;
  /** How many bytes there have to be, if that is known: a file cut off on the way is refused. */
  expected?: number;
}

/** Stores a file as it streams in, without ever holding it whole. Throws `too-large`, `invalid-input`. */
export async function storeUpload(
  body: AsyncIterable<Uint8Array>,
  name: string,
  { limit = maxUploadBytes(), expected }: StoreOptions = {},
): Promise<Upload> {
  const folder = await dataFolder('uploads');
  const draft = join(folder, `.${randomUUID()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw new Problem('too-large', { limit: `${Math.round(limit / 1_048_576)} MB` });
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(Readable.from(measured()), createWriteStream(draft, { mode: 0o600 }));
    if (expected !== undefined && bytes !== expected)
      throw new Problem('invalid-input', { where: name, why: cutOff });
    const id = hash.digest('hex');
    await rename(draft, join(folder, id));
    return { id, name, bytes };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
