import { z } from 'zod';
import { fieldTypeSchema, sentenceSchema } from './catalogue';
import { fileSpecSchema, importMappingSchema, valueSpecSchema } from './import-mapping';
import { type ImportReasonCode, importReasons } from './import-reasons';
import { undoNumbersSchema } from './import-undo';
import { leftOutSchema } from './left-out';
import { localTextSchema } from './local-text';

/*
 * Files become members and events.
 */

export const uploadQuerySchema = z.object({ name: z.string().trim().min(1).max(200) });
export const uploadSchema = z.object({
  /** SHA-256 of the content, the upload's id. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  bytes: z.int(),
});
export const uploadAnswerSchema = z.object({ upload: uploadSchema });

/** What the file seems to be. Send `file` to correct the guess. */
export const inspectSchema = z.object({
  upload: uploadSchema.shape.id,
  kind: z.enum(['members', 'events']),
  file: fileSpecSchema.optional(),
  timeZone: z.string().optional(),
  /** Name of the file: what is proposed as the source is made of it. */
  name: z.string().max(200).optional(),
});
/** The ways in which a column of numbers, money or dates can be read; the likeliest first. */
export const columnReadingSchema = z.object({
  /** Several that fit the file and give other values: then people choose. */
  isDecided: z.boolean(),
  choices: z.array(
    z.object({
      value: valueSpecSchema,
      /** Cells looked at that can't be read in this way. */
      misfits: z.int(),
      /** Money in its smallest unit; a date as on the clock: `2011-07-09`, `2011-07-09T08:30`. */
      examples: z.array(z.object({ cell: z.string(), shown: z.union([z.number(), z.string()]) })),
    }),
  ),
});
export const guessedColumnSchema = z.object({
  name: z.string(),
  /** First distinct values, as they stand in the file. */
  samples: z.array(z.string()),
  /** Share of the rows looked at that have a value, 0–1. */
  filled: z.number(),
  value: valueSpecSchema,
  /** Absent where there is only one way to read it. */
  reading: columnReadingSchema.optional(),
  /** The identity that it seems to be, if any. */
  identity: z.string().nullable(),
  /** A key made of the name (pinyin for Chinese) and labels to begin with. */
  key: z.string(),
  label: localTextSchema,
  /** Path and type of a catalogue field that has this label or key already. */
  known: z.object({ path: z.string(), type: fieldTypeSchema }).nullable(),
});
export const fileLookSchema = z.object({
  /** It is a gzip file, which is unpacked as it is read. */
  isPacked: z.boolean(),
  /** Of a workbook: the names of its sheets. */
  sheets: z.array(z.string()),
  /** A line with characters beyond ASCII, read in the encoding of `file`: does it look right? */
  unusual: z.string().nullable(),
  /** Lines that are no rows by `file`; of a large file `after` is what its end looks like. */
  leftOut: leftOutSchema,
});
export const inspectAnswerSchema = z.object({
  file: fileSpecSchema,
  look: fileLookSchema,
  columns: z.array(guessedColumnSchema),
  /** How many rows the guesses rest on, and whether they are all. */
  looked: z.object({ rows: z.int(), isWhole: z.boolean() }),
  /** The first rows, cell by cell in the order of the columns. */
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  /** A whole mapping made of the guesses: where the wizard starts. */
  proposal: importMappingSchema.nullable(),
  /** Mappings used before on files with these columns, newest first. */
  earlier: z.array(
    z.object({ importId: z.string(), name: z.string(), at: z.iso.datetime(), mapping: importMappingSchema }),
  ),
});

const reasonCodes = Object.keys(importReasons).filter(
  (code): code is ImportReasonCode => code in importReasons,
);

export const reasonSchema = z.object({
  code: z.enum(reasonCodes),
  column: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: sentenceSchema,
});

/** A way out of a mapping problem that takes no thinking. */
export const mappingFixSchema = z.discriminatedUnion('do', [
  /** Store a column under another path. */
  z.object({ do: z.literal('path'), column: z.string(), path: z.string() }),
  /** Give all the events of the file another type. */
  z.object({ do: z.literal('eventType'), type: z.string(), label: localTextSchema }),
]);
export const mappingProblemSchema = z.object({
  column: z.string().nullable(),
  /** Names the column, the path and both types; without a capital and a full stop, to stand in a sentence. */
  message: sentenceSchema,
  fixes: z.array(mappingFixSchema),
});

/** The first rows as they would be stored. Nothing is written. */
export const previewSchema = z.object({
  upload: uploadSchema.shape.id,
  mapping: importMappingSchema,
  rows: z.int().min(1).max(200).default(50),
});
export const previewAnswerSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      line: z.int(),
      /** As in the file, in the order of the columns; a row that can't be split is one cell. */
      cells: z.array(z.string()),
      /** Identities as `identities.<type>`, `at`, `type`, and values by path; null when the row is rejected. */
      stored: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
        .nullable(),
      reasons: z.array(reasonSchema),
    }),
  ),
  /** What keeps the import from starting at all, e.g. a type that differs from the catalogue's. */
  problems: z.array(mappingProblemSchema),
});

/** To be started as a job; a dry run reads the whole file and writes no member and no event. */
export const startImportSchema = z.object({
  upload: uploadSchema.shape.id,
  name: z.string().trim().min(1).max(200),
  mapping: importMappingSchema,
  dryRun: z.boolean().default(false),
});

/** read = accepted + duplicates + rejected, always. */
export const importCountsSchema = z.object({
  read: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
});

export const importStates = [
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'undoing',
  /** Taking it back was interrupted: to be done again. */
  'half-undone',
  'undone',
] as const;

export const importSchema = z.object({
  id: z.string(),
  kind: z.enum(['members', 'events']),
  name: z.string(),
  bytes: z.int(),
  dryRun: z.boolean(),
  state: z.enum(importStates),
  /** Share of the file that is done, 0–1. */
  progress: z.number(),
  counts: importCountsSchema,
  /** Members made by this import. */
  newMembers: z.int(),
  /**
   * Rows that say something else than the event that is stored under their key. By `changed` of the mapping the event stays,
   * and they are among the duplicates, or it is replaced, and they are among the accepted.
   */
  changed: z.int().default(0),
  replaces: z.boolean().default(false),
  /** Identities that join a member who has another of their type already: `imports.merges` lists them. */
  merged: z.int().default(0),
  error: z.object({ code: z.string(), message: sentenceSchema }).nullable(),
  job: z.string().nullable(),
  /** Whether it can be taken back: imports of before that was kept can't, nor can trials. */
  canUndo: z.boolean().default(false),
  undo: z
    .object({ by: z.string(), at: z.iso.datetime(), numbers: undoNumbersSchema.nullable() })
    .nullable()
    .default(null),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export const importAnswerSchema = z.object({ import: importSchema });
/** Adds the mapping, and what of the file was no row. */
export const importDetailSchema = z.object({
  import: importSchema,
  mapping: importMappingSchema,
  /** Null until the file is read. Its lines only for those who may import: they may hold personal data. */
  leftOut: leftOutSchema.nullable(),
});

/** Newest first. */
export const importListQuerySchema = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const importListSchema = z.object({ imports: z.array(importSchema), next: z.string().nullable() });

/** `after`: a line. All of them come as a file. */
export const rejectsQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const rejectsFileQuerySchema = z.object({ locale: z.enum(['zh', 'en']).default('zh') });
export const rejectSchema = z.object({
  line: z.int(),
  reasons: z.array(reasonSchema),
  /** The row as it was read, in the order of the columns; one cell when it can't be split. */
  cells: z.array(z.string()),
});
export const rejectsAnswerSchema = z.object({
  columns: z.array(z.string()),
  rejects: z.array(rejectSchema),
  total: z.int(),
  next: z.int().nullable(),
  /** How many rows have each reason, commonest first. */
  summary: z.array(z.object({ code: z.enum(reasonCodes), column: z.string().nullable(), n: z.int() })),
});

export type Upload = z.infer<typeof uploadSchema>;
export type Inspect = z.infer<typeof inspectSchema>;
export type InspectAnswer = z.infer<typeof inspectAnswerSchema>;
export type ColumnReading = z.infer<typeof columnReadingSchema>;
export type FileLook = z.infer<typeof fileLookSchema>;
export type GuessedColumn = z.infer<typeof guessedColumnSchema>;
export type MappingFix = z.infer<typeof mappingFixSchema>;
export type MappingProblem = z.infer<typeof mappingProblemSchema>;
export type Preview = z.infer<typeof previewSchema>;
export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;
export type StartImport = z.infer<typeof startImportSchema>;
export type ImportCounts = z.infer<typeof importCountsSchema>;
export type ImportState = (typeof importStates)[number];
export type Import = z.infer<typeof importSchema>;
export type ImportDetail = z.infer<typeof importDetailSchema>;
export type ImportList = z.infer<typeof importListSchema>;
export type Reject = z.infer<typeof rejectSchema>;
export type RejectsAnswer = z.infer<typeof rejectsAnswerSchema>;
