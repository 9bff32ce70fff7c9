import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { LeftOut } from '@/lib/contracts/left-out';
import { decoderOf } from './decoding';
import { LeftOutCounter } from './left-out';
import { defaultLimits, type ReadLimits } from './limits';
import { mendedReader } from './mended-reader';
import { rejectsFileSpec } from './rejects-file';
import type { RowChunk } from './row';
import { type TextReader, type TextSpec, textReader } from './row-reader';

/** The rows of a file, and its columns: all of them after the first chunk; in JSON more may follow. */
export interface RowSource {
  readonly columns: readonly string[];
  readonly chunks: AsyncIterable<RowChunk>;
  /** What was no row by the mapping's word; whole when the chunks have ended. */
  readonly leftOut: LeftOut;
}

/**
 * Opens a text as rows. Every line that isn't empty and isn't the header ends up in exactly one row, if only in
 * one that says why it can't be read, or among those left out.
 */
export function openRows(
  source: AsyncIterable<Uint8Array>,
  file: TextSpec,
  { limits = defaultLimits }: { limits?: ReadLimits } = {},
): RowSource {
  const leftOut = new LeftOutCounter();
  return rowSource(source, file.encoding, textReader(file, limits, leftOut), leftOut);
}

/** Opens one of our own files of rejected rows: CSV whatever the original was; `original` says how raw lines are split. */
export function openMendedRows(
  source: AsyncIterable<Uint8Array>,
  original: FileSpec,
  { limits = defaultLimits }: { limits?: ReadLimits } = {},
): RowSource {
  return rowSource(source, rejectsFileSpec.encoding, mendedReader(original, limits), new LeftOutCounter());
}

function rowSource(
  source: AsyncIterable<Uint8Array>,
  encoding: FileSpec['encoding'],
  reader: TextReader,
  leftOut: LeftOutCounter,
): RowSource {
  return {
    get columns() {
      return reader.columns;
    },
    get leftOut() {
      return leftOut.result;
    },
    chunks: chunksOf(source, encoding, reader),
  };
}

async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  encoding: FileSpec['encoding'],
  reader: TextReader,
): AsyncGenerator<RowChunk> {
  const decoder = decoderOf(encoding);
  for await (const chunk of source) {
    const text = decoder.write(chunk);
    yield { rows: reader.push(text), bytes: chunk.byteLength };
  }
  yield { rows: [...reader.push(decoder.end()), ...reader.end()], bytes: 0 };
}
