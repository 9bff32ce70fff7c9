import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { dataFolder } from '@/lib/db/data-folder';
import { rejectsLine } from '@/lib/services/import/reading/rejects-file';

/** The ids of a list that no member has, with why, as CSV. */
export async function unmatchedPath(list: string): Promise<string> {
  return join(await dataFolder('lists'), `${list}-unmatched.csv`);
}

/** Writes that file as a whole or not at all. */
export class UnmatchedWriter {
  private constructor(
    private readonly path: string,
    private readonly draft: string,
    private readonly stream: ReturnType<typeof createWriteStream>,
  ) {}

  static async open(list: string): Promise<UnmatchedWriter> {
    const path = await unmatchedPath(list);
    const draft = `${path}.part`;
    const writer = new UnmatchedWriter(path, draft, createWriteStream(draft, { mode: 0o600 }));
    await writer.write('\ufeff');
    await writer.write(rejectsLine(['id', 'reason'], []));
    return writer;
  }

  async add(ids: readonly string[], reason: 'no-member' | 'not-valid'): Promise<void> {
    if (ids.length > 0) await this.write(ids.map((id) => rejectsLine([id, reason], [])).join(''));
  }

  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
    await rename(this.draft, this.path);
  }

  async discard(): Promise<void> {
    this.stream.destroy();
    await rm(this.draft, { force: true });
  }

  private async write(text: string): Promise<void> {
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}

/** The file's text piece by piece; fails when there is none. */
export async function* unmatchedCsv(list: string): AsyncGenerator<string> {
  for await (const piece of createReadStream(await unmatchedPath(list), { encoding: 'utf8' }))
    yield String(piece);
}
