import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { ImportCounts } from '@/lib/contracts/imports';
import type { Row } from '../reading/row';
import type { RowSource } from '../reading/row-source';
import type { RowReader } from '../rows/event-row';
import {
  type Item,
  type MergedRow,
  nothingCameOf,
  type RejectedRow,
  rejectRow,
  type WriteBatch,
} from '../writing/batch';

/** How far an import is: everything up to and including `line` is written and counted. */
export interface Standing {
  line: number;
  /** Bytes of the file behind it. */
  bytes: number;
  counts: ImportCounts;
  newMembers: number;
  /** Rows that say something else than the event that was stored. */
  changed: number;
  /** Identities that came to a member who had another of their type. */
  merged: number;
}

export const nothingDone: Standing = {
  line: 0,
  bytes: 0,
  counts: { read: 0, accepted: 0, duplicates: 0, rejected: 0 },
  newMembers: 0,
  changed: 0,
  merged: 0,
};

export interface ProcessOptions<T> {
  source: RowSource;
  read: RowReader<T>;
  write: WriteBatch<T>;
  /** Called after each batch: stores the rejected rows, what merged, and how far it is. */
  done: (standing: Standing, rejected: readonly RejectedRow[], merges: readonly MergedRow[]) => Promise<void>;
  /** Where an interrupted import goes on. Rows before it are read again only if `reread` says so. */
  from?: Standing;
  reread?: boolean;
  batchSize?: number;
  signal?: AbortSignal;
}

/** The database refuses more than 10,000 operations at once; more than this doesn't make it faster. */
export const BATCH_SIZE = 5_000;
const BATCH_CHARACTERS = 8_000_000;

interface Batch<T> {
  items: Item<T>[];
  rejected: RejectedRow[];
  line: number;
  bytes: number;
  characters: number;
}

/**
 * Reads a file to its end and writes it in batches; while one is being written the next is read. Every row is
 * accepted, a duplicate or rejected. Stops between batches when the signal aborts.
 */
export async function processRows<T>(options: ProcessOptions<T>): Promise<Standing> {
  const { source, read, from = nothingDone, reread = false, batchSize = BATCH_SIZE, signal } = options;
  let standing = from;
  let bytes = 0;
  let batch = emptyBatch<T>();
  let writing: Promise<void> = Promise.resolve();

  const flush = async (): Promise<void> => {
    const full = { ...batch, bytes };
    batch = emptyBatch<T>();
    await writing;
    signal?.throwIfAborted();
    writing = writeBatch(options, full, standing).then((next) => {
      standing = next;
    });
    // It is awaited later: until then its failure must not count as unhandled.
    writing.catch(() => undefined);
  };

  try {
    for await (const chunk of source.chunks) {
      for (const row of chunk.rows) {
        if (row.line <= from.line) {
          if (reread) read(row);
          continue;
        }
        addRow(batch, row, read(row));
        if (batch.items.length + batch.rejected.length >= batchSize || batch.characters > BATCH_CHARACTERS)
          await flush();
      }
      bytes += chunk.bytes;
    }
    await flush();
    await writing;
    return standing;
  } finally {
    // Where reading fails, nothing is on its way to the database any more when that is told.
    await writing.catch(() => undefined);
  }
}

function emptyBatch<T>(): Batch<T> {
  return { items: [], rejected: [], line: 0, bytes: 0, characters: 0 };
}

function addRow<T>(batch: Batch<T>, row: Row, result: { value: T } | { reasons: ImportReason[] }): void {
  batch.line = row.line;
  for (const cell of row.cells) batch.characters += typeof cell === 'string' ? cell.length : 100;
  if ('value' in result) batch.items.push({ row, value: result.value });
  else batch.rejected.push(rejectRow(row, result.reasons));
}

async function writeBatch<T>(
  { write, done }: ProcessOptions<T>,
  batch: Batch<T>,
  before: Standing,
): Promise<Standing> {
  const read = batch.items.length + batch.rejected.length;
  const outcome = batch.items.length > 0 ? await write(batch.items) : nothingCameOf();
  const rejected = [...batch.rejected, ...outcome.rejected];
  const standing: Standing = {
    line: Math.max(before.line, batch.line),
    bytes: batch.bytes,
    counts: {
      read: before.counts.read + read,
      accepted: before.counts.accepted + outcome.accepted,
      duplicates: before.counts.duplicates + outcome.duplicates,
      rejected: before.counts.rejected + rejected.length,
    },
    newMembers: before.newMembers + outcome.newMembers,
    changed: before.changed + outcome.changed,
    merged: before.merged + outcome.merges.length,
  };
  await done(standing, rejected, outcome.merges);
  return standing;
}
