import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { access, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { type ImportReason, reasonText } from '@/lib/contracts/import-reasons';
import { reasonSchema } from '@/lib/contracts/imports';
import { Problem } from '@/lib/contracts/problem';
import { dataFolder } from '@/lib/db/data-folder';
import type { ListDoc } from '@/lib/db/documents';
import { splitLines } from '@/lib/services/import/reading/lines';
import { rejectsLine } from '@/lib/services/import/reading/rejects-file';
import type { ListId } from './read-ids';

/** A line of what is kept: line of the file, id, why no member has it. The language is chosen when it is read. */
const entrySchema = z.tuple([z.int(), z.string(), reasonSchema.pick({ code: true, params: true })]);
const noMember: Pick<ImportReason, 'code' | 'params'> = { code: 'unknown-member', params: {} };
const heads = { zh: ['行', '标识', '原因'], en: ['line', 'id', 'reason'] };

type Which = Pick<ListDoc, '_id' | 'unmatched'>;

/**
 * Where the ids of a list that no member has are kept. Each claim writes a file of its own, named after its fence, and the
 * list says whose counts; those of before have no fence.
 */
async function unmatchedPath({ _id, unmatched }: Which): Promise<string> {
  return join(
    await dataFolder('lists'),
    unmatched === undefined ? `${_id}.ndjson` : `${_id}.${unmatched}.ndjson`,
  );
}

/** Removes the files of a list, whoever wrote them, but the one that counts, if `kept` says so. */
export async function removeUnmatched(list: string, kept?: number): Promise<void> {
  const folder = await dataFolder('lists');
  for (const name of await readdir(folder))
    if (name.startsWith(`${list}.`) && name !== `${list}.${kept}.ndjson`)
      await rm(join(folder, name), { force: true });
}

/** Writes that file as a whole or not at all. */
export class UnmatchedWriter {
  private constructor(
    private readonly path: string,
    private readonly draft: string,
    private readonly stream: WriteStream,
  ) {}

  static async open(list: string, fence: number): Promise<UnmatchedWriter> {
    const path = await unmatchedPath({ _id: list, unmatched: fence });
    const draft = `${path}.part`;
    const stream = createWriteStream(draft, { mode: 0o600 });
    await once(stream, 'open');
    return new UnmatchedWriter(path, draft, stream);
  }

  async add(ids: readonly ListId[]): Promise<void> {
    if (ids.length === 0) return;
    const lines = ids.map(({ line, text, id }) => {
      const { code, params } = 'reason' in id ? id.reason : noMember;
      return `${JSON.stringify([line, text, { code, params }])}\n`;
    });
    if (!this.stream.write(lines.join(''))) await once(this.stream, 'drain');
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
}

/**
 * The ids of a list that no member has as CSV, piece by piece, safe to be opened in a spreadsheet. Throws `not-found`
 * when the file was removed from the disk.
 */
export async function unmatchedCsv(list: Which, locale: 'zh' | 'en'): Promise<AsyncGenerator<string>> {
  const path = await unmatchedPath(list);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere)
    throw new Problem('not-found', { what: { zh: '未匹配的名单', en: 'The file of unmatched ids' } });
  return csvOf(path, locale);
}

async function* csvOf(path: string, locale: 'zh' | 'en'): AsyncGenerator<string> {
  yield `\ufeff${rejectsLine(heads[locale], [])}`;
  for await (const lines of splitLines(createReadStream(path), 'utf-8', Number.POSITIVE_INFINITY)) {
    yield lines.flatMap(({ text }) => (text ? csvLine(text, locale) : [])).join('');
  }
}

function csvLine(stored: string, locale: 'zh' | 'en'): string {
  const [line, id, reason] = entrySchema.parse(JSON.parse(stored));
  return rejectsLine([String(line), id, reasonText(reason, locale)], []);
}
