import type { FileSpec } from '@/lib/contracts/import-mapping';
import { Problem } from '@/lib/contracts/problem';
import { fileHead } from './file-head';
import { isBinary, isZip } from './reading/binary';
import { isRejectsFile } from './reading/rejects-file';
import type { RowChunk } from './reading/row';
import { openMendedRows, openRows, type RowSource } from './reading/row-source';
import { unpackedBytes } from './unpacked-bytes';
import { openWorkbook } from './workbook/open-workbook';

/** An opened file; `isMended`: it is one of ours with rejected rows. */
export interface OpenedFile extends RowSource {
  readonly isMended: boolean;
}

const HEAD = 4_096;

/**
 * Opens a stored file as rows, unpacked if it is packed. A file of rejected rows is known by its first line, whatever
 * `file` says. Throws `not-text`, `not-a-workbook`; reading it also `broken-archive`, `unpacks-too-large`,
 * `no-such-sheet`.
 */
export async function openFile(path: string, file: FileSpec): Promise<OpenedFile> {
  const head = await textHead(path, HEAD);
  const isMended = isRejectsFile(head);
  const { format } = file;
  if (format === 'xlsx' && !isMended) {
    if (!isZip(await fileHead(path, 4))) throw new Problem('not-a-workbook');
    return opened(openWorkbook(path, file), false);
  }
  if (isBinary(head)) throw new Problem('not-text');
  const { bytes, position } = await unpackedBytes(path);
  const source =
    isMended || format === 'xlsx' ? openMendedRows(bytes, file) : openRows(bytes, { ...file, format });
  return opened(source, isMended, position);
}

/** The first bytes of a file, unpacked. Throws `broken-archive`. */
export async function textHead(path: string, length: number): Promise<Buffer> {
  const { bytes } = await unpackedBytes(path);
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    read += chunk.byteLength;
    if (read >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}

/** `position`: how much of the file was read so far, where that isn't what its rows came from. */
function opened(source: RowSource, isMended: boolean, position?: () => number): OpenedFile {
  return {
    isMended,
    get columns() {
      return source.columns;
    },
    get leftOut() {
      return source.leftOut;
    },
    chunks: position ? measured(source.chunks, position) : source.chunks,
  };
}

async function* measured(chunks: AsyncIterable<RowChunk>, position: () => number): AsyncGenerator<RowChunk> {
  let before = 0;
  for await (const { rows } of chunks) {
    const now = position();
    yield { rows, bytes: now - before };
    before = now;
  }
}
