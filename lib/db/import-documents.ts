/** What imports keep: themselves, their rejected rows, what merged, and what they changed. As in documents.ts. */

import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { UndoNumbers } from '@/lib/contracts/import-undo';
import type { ImportCounts, ImportState } from '@/lib/contracts/imports';
import type { LeftOut } from '@/lib/contracts/left-out';
import type { Identity, JobDoc } from './documents';

/** One import of a file; a dry run is one too, and writes nothing else. */
export interface ImportDoc {
  _id: string;
  name: string;
  /** SHA-256 of the file, which lies in the folder of uploads. */
  upload: string;
  bytes: number;
  mapping: ImportMapping;
  dryRun: boolean;
  /** Names of the file's columns, in its order. */
  columns: string[];
  state: ImportState;
  /** The last line whose batch is written: where an interrupted import goes on. */
  line: number;
  bytesDone: number;
  counts: ImportCounts;
  newMembers: number;
  /** Rows that said something else than the event that was stored; imports of before have none of the two. */
  changed?: number;
  /** Identities that came to a member who has another of their type already. */
  merged?: number;
  /** What of the file was no row by the mapping's word; absent until it is read, and in records of old. */
  leftOut?: LeftOut;
  /** Rejected rows by their first reason. */
  reasons: { code: ImportReason['code']; column: string | null; n: number }[];
  error: JobDoc['error'];
  /** Null when it ran inside the command line. */
  job: string | null;
  /** Members that it made have this `ord` or a later one. Imports of before have none, and can't be taken back. */
  fromOrd?: number;
  /** Since it is being taken back: by which job and whom, and what that comes to. */
  undo?: { job: string; by: string; at: Date; numbers: UndoNumbers | null };
  /** Of the claim that works on it; an import of before has none. */
  fence?: number;
  /** From which line on each claim went on that came to write: the rejected rows of others are not this import's. */
  claims?: { fence: number; after: number }[];
  /** What comes of the batch that is being written, for whoever finds half of it written. */
  planned?: PlannedBatch | null;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
}

/** The outcome of a batch by the first and last line that it writes, known before anything of it is written. */
export interface PlannedBatch {
  from: number;
  to: number;
  accepted: number;
  duplicates: number;
  newMembers: number;
}

/**
 * A rejected row. `_id` is `<import>:<line, ten digits>:<fence>`, so that an import's rejects are one range in order; those of
 * before have no fence.
 */
export interface ImportRejectDoc {
  _id: string;
  line: number;
  /** Of the claim that stored it. */
  fence?: number;
  /** As read, in the order of the import's columns; one cell when the row couldn't be split. */
  cells: string[];
  reasons: ImportReason[];
}

/** Two identities of one type that came to one member. `_id` is made as that of a rejected row, and `:<n>`. */
export interface ImportMergeDoc {
  _id: string;
  line: number;
  /** Null of a dry run whose import would make the member. */
  member: string | null;
  /** What came to the member by the row, by which of their identities, and what they had of its type. */
  added: Identity;
  shared: Identity;
  others: Identity[];
}

/** What an import changed that was there before it: what it was (ARCHITECTURE.md, "Taking an import back"). */
export interface ImportChangeDoc {
  /** `<import>:<of>`, and for members `:<line>` of the row that began the change. */
  _id: string;
  import: string;
  /** `event:<id>` or `member:<id>`. */
  of: string;
  /** Of an event that it replaced; null since the import that made it was taken back. */
  event?: { at: Date; props: Record<string, unknown>; replacedBy: string | null } | null;
  /** Of a member: what was at these paths (nothing without `before`) and what the import wrote there. */
  values?: { path: string; before?: unknown; after: unknown }[];
  /** What the member got. */
  identities?: Identity[];
}
