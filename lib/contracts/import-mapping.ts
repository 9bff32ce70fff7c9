import { z } from 'zod';
import { attributePathSchema, keySchema, localTextSchema, propertyPathSchema } from './catalogue';
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

const datePattern = /^(?=.*YYYY)(?=.*MM)(?=.*DD)(?:YYYY|MM|DD|HH|mm|ss|SSS|[^A-Za-z])+$/;

/**
 * `iso`, `epoch-seconds`, `epoch-milliseconds`, or a pattern of YYYY MM DD HH mm ss SSS and the characters
 * between them: `YYYYMMDD`, `YYYY/MM/DD HH:mm`, `YYYY年MM月DD日`. Without a zone of its own a value is local
 * time in the mapping's zone. Next to a separator one digit is enough (`2026/1/5`).
 */
export const dateFormatSchema = z.union([
  z.enum(['iso', 'epoch-seconds', 'epoch-milliseconds']),
  z.string().max(40).regex(datePattern, { error: 'expected a pattern with YYYY, MM and DD' }),
]);

/** How one cell is read. Every kind of value is stored as its catalogue type or the row is rejected. */
export const valueSpecSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  /** A new option is added to the catalogue, or rejected when the list is closed. */
  z.object({ type: z.literal('option'), unknown: z.enum(['add', 'reject']).default('add') }),
  z.object({ type: z.literal('number'), unit: z.string().min(1).max(16).nullable().default(null) }),
  /** `major`: 11.77 is 1177 cents; `minor`: the file has cents already. */
  z.object({
    type: z.literal('money'),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amount: z.enum(['major', 'minor']).default('major'),
  }),
  /** Without words of its own: true/false, yes/no, y/n, 1/0, 是/否. */
  z.object({
    type: z.literal('boolean'),
    yes: z.array(z.string().min(1)).max(20).optional(),
    no: z.array(z.string().min(1)).max(20).optional(),
  }),
  z.object({ type: z.literal('date'), format: dateFormatSchema }),
  z.object({ type: z.literal('list'), separator: z.string().min(1).max(4).default(',') }),
]);

export const identityColumnSchema = z.object({ column: columnSchema, type: keySchema });

const shared = {
  version: z.literal(1).default(1),
  file: fileSpecSchema,
  /** IANA zone for dates that carry none. */
  timeZone: timeZoneSchema,
  /** Names where the data is from; part of an event's identity, so keep it for files of one origin. */
  source: z.string().trim().min(1).max(60),
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
  /** A column that is unique to the event within the source (an order number): then it alone tells duplicates. */
  id: columnSchema.nullable().default(null),
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
