import { z } from 'zod';
import { attributePathSchema, keySchema, propertyPathSchema } from './catalogue';
import { datePattern } from './date-pattern';
import { emptyWordsSchema } from './empty-words';
import { localTextSchema } from './local-text';
import { numberFormatSchema } from './number-format';
import { timeZoneSchema } from './settings';

/**
 * How a file becomes members or events: one JSON document, shared by the wizard and
 * `tagloom import … --mapping`. Columns are named as in the header line; without one they are
 * `column_1`, `column_2` … In JSON a column is a key, and `a.b` the key b inside the object a.
 */
export const fileFormats = ['csv', 'tsv', 'whitespace', 'ndjson', 'json', 'xlsx'] as const;
export const encodings = [
  'utf-8',
  'gbk',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'macintosh',
] as const;

/** How bytes become rows. A gzip file is unpacked whatever this says: it is known by its first bytes. */
export const fileSpecSchema = z.object({
  /** `ndjson`: an object a line; `json`: an array of objects, or objects one after another. */
  format: z.enum(fileFormats),
  /** Of texts; a workbook has its own. */
  encoding: z.enum(encodings).default('utf-8'),
  /** Whether the first line, after those left out, names the columns; JSON has none. */
  header: z.boolean().default(true),
  /** Of CSV only. */
  delimiter: z.enum([',', ';', '|']).default(','),
  /** Lines in front of the header (rows of a workbook) that are left out: titles, `sep=;`. */
  skip: z.int().min(0).max(1_000).default(0),
  /** Rows at the end with at most this many filled cells are left out: totals, notes. 0: none are. */
  footerCells: z.int().min(0).max(100).default(0),
  /** The sheet of a workbook by its name; null: the first one. */
  sheet: z.string().min(1).max(100).nullable().default(null),
});

const columnSchema = z.string().min(1).max(200);

export const namedDateFormats = [
  'iso',
  'epoch-seconds',
  'epoch-milliseconds',
  'excel-1900',
  'excel-1904',
] as const;

/**
 * `iso`, `epoch-seconds`, `epoch-milliseconds`, days as spreadsheets count them (`excel-1900`, `excel-1904`), or a
 * pattern: YYYY, or YY with the first of the hundred years it can mean (`YY(1930)`), MM or MMM (an English name), DD,
 * HH or hh with A (AM, PM, 上午, 下午), mm, ss, SSS, Z (a zone), and the characters between them: `YYYYMMDD`,
 * `DD-MMM-YY(1970)`, `YYYY年MM月DD日`. Without a zone of its own a value is local time in the mapping's zone. Next to a
 * separator one digit is enough (`2026/1/5`).
 */
export const dateFormatSchema = z.union([
  z.enum(namedDateFormats),
  z
    .string()
    .max(40)
    .refine((format) => datePattern(format) !== null, {
      error: 'expected a pattern with a year, a month and a day, such as YYYY/MM/DD',
    }),
]);

/**
 * How a calendar day is written: as a date is, but not as a count of seconds, which is another day in another zone. A cell
 * that carries a time of day or a zone is rejected; midnight without a zone is what databases write behind a day, and taken.
 */
export const dayFormatSchema = dateFormatSchema.refine((format) => !format.startsWith('epoch'), {
  params: { zh: '时间戳不是日期', en: 'a timestamp is no calendar date' },
});

/** How one cell is read. Every kind of value is stored as its catalogue type or the row is rejected. */
export const valueSpecSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  /** A new option is added to the catalogue, or rejected when the list is closed. */
  z.object({ type: z.literal('option'), unknown: z.enum(['add', 'reject']).default('add') }),
  /** `format`: its marks, by an example. Without one it is `1,234.5`, as in mappings made before there was a choice. */
  z.object({
    type: z.literal('number'),
    unit: z.string().min(1).max(16).nullable().default(null),
    format: numberFormatSchema.optional(),
  }),
  /** `major`: 11.77 is 1177 cents; `minor`: the file has cents already. `format` as of numbers. */
  z.object({
    type: z.literal('money'),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amount: z.enum(['major', 'minor']).default('major'),
    format: numberFormatSchema.optional(),
  }),
  /** Without words of its own: true/false, yes/no, y/n, 1/0, 是/否. */
  z.object({
    type: z.literal('boolean'),
    yes: z.array(z.string().min(1)).max(20).optional(),
    no: z.array(z.string().min(1)).max(20).optional(),
  }),
  z.object({ type: z.literal('date'), format: dateFormatSchema }),
  z.object({ type: z.literal('day'), format: dayFormatSchema }),
  z.object({ type: z.literal('list'), separator: z.string().min(1).max(4).default(',') }),
]);

export const identityColumnSchema = z.object({
  column: columnSchema,
  type: keySchema,
  /**
   * What a row does that only this identity leads to a member who has another one of a type that the row tells: it joins
   * them (`merge`, and so without it) or is rejected. A phone that a family shares: `reject`.
   */
  shared: z.enum(['merge', 'reject']).optional(),
});

const shared = {
  version: z.literal(1).default(1),
  file: fileSpecSchema,
  /** IANA zone for dates that carry none. */
  timeZone: timeZoneSchema,
  /** Names where the data is from; part of an event's identity, so keep it for files of one origin. */
  source: z.string().trim().min(1).max(60),
  /**
   * Words that mean an empty cell, in any case. What a column says of its own (an option, a word for yes or for an event
   * type) goes before. Without this key no word does, as in mappings made before there was a choice; but then the usual
   * ones are rejected as identities, ids and types, lest all who have none become one member.
   */
  empty: emptyWordsSchema.optional(),
};

export const membersMappingSchema = z.object({
  kind: z.literal('members'),
  ...shared,
  identities: z.array(identityColumnSchema).min(1).max(10),
  attributes: z
    .array(
      z.object({
        column: columnSchema,
        path: attributePathSchema,
        label: localTextSchema.optional(),
        personal: z.boolean().default(false),
        value: valueSpecSchema,
      }),
    )
    .max(300)
    .default([]),
  /** A column that says whether the member agreed to messages of these purposes on a channel. */
  consent: z
    .array(
      z.object({ column: columnSchema, channel: keySchema, purposes: z.array(keySchema).min(1).max(10) }),
    )
    .max(50)
    .default([]),
});

export const eventsMappingSchema = z.object({
  kind: z.literal('events'),
  ...shared,
  /** Who did it. Several: all must lead to one member. */
  identities: z.array(identityColumnSchema).min(1).max(10),
  /** One type for the whole file, or a column with a word for each (`words` translate). */
  eventType: z.union([
    z.object({ fixed: keySchema, label: localTextSchema.optional() }),
    z.object({
      column: columnSchema,
      words: z
        .array(z.object({ word: z.string().min(1).max(200), type: keySchema }))
        .max(200)
        .default([]),
    }),
  ]),
  at: z.object({ column: columnSchema, format: dateFormatSchema }),
  props: z
    .array(
      z.object({
        column: columnSchema,
        path: propertyPathSchema,
        label: localTextSchema.optional(),
        value: valueSpecSchema,
      }),
    )
    .max(200)
    .default([]),
  /**
   * A column that is unique to the event within source and type (an order number): then it alone tells duplicates. Null: the
   * whole row as it stands in the file does, mapped or not.
   */
  id: columnSchema.nullable().default(null),
  /** What becomes of a stored event whose row says something else now: it stays, or is replaced. Both are counted. */
  changed: z.enum(['keep', 'replace']).default('keep'),
  /** Make members for identities nobody has; otherwise such rows are rejected. */
  createMembers: z.boolean().default(false),
});

export const importMappingSchema = z
  .discriminatedUnion('kind', [membersMappingSchema, eventsMappingSchema])
  .refine((mapping) => paths(mapping).length === new Set(paths(mapping)).size, {
    params: { zh: '两列对应了同一个字段', en: 'two columns lead to one field' },
  });

function paths(mapping: MembersMapping | EventsMapping): string[] {
  return mapping.kind === 'members'
    ? mapping.attributes.map(({ path }) => path)
    : mapping.props.map(({ path }) => path);
}

export type FileSpec = z.infer<typeof fileSpecSchema>;
export type DateFormat = z.infer<typeof dateFormatSchema>;
export type ValueSpec = z.infer<typeof valueSpecSchema>;
export type IdentityColumn = z.infer<typeof identityColumnSchema>;
export type MembersMapping = z.infer<typeof membersMappingSchema>;
export type EventsMapping = z.infer<typeof eventsMappingSchema>;
export type ImportMapping = z.infer<typeof importMappingSchema>;
