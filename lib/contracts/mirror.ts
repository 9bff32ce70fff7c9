import { z } from 'zod';

/*
 * How the counter in memory is (ARCHITECTURE.md, "Counting").
 */

/** Why a count was passed on to MongoDB. */
export const mirrorReasons = ['loading', 'over-budget', 'away'] as const;
export type MirrorReason = (typeof mirrorReasons)[number];

const instant = z.iso.datetime();

export const mirrorColumnSchema = z.object({
  /** A path of the member, or below events of one type. */
  path: z.string(),
  /** Type of event; null for a column of the members. */
  eventType: z.string().nullable(),
  kind: z.enum(['number', 'text', 'boolean', 'list', 'events']),
  /** Rows with room, different texts or values of a list; null where there is no such thing. */
  entries: z.int().nullable(),
  bytes: z.int(),
  /** Null for what no question has asked for, but counting itself needs. */
  usedAt: instant.nullable(),
});

export const mirrorAuditSchema = z.object({
  at: instant,
  /** `moving`: the data changed meanwhile, nothing could be told. */
  result: z.enum(['same', 'different', 'moving']),
  mirror: z.int(),
  mongodb: z.int(),
  tookMs: z.int(),
});

export const mirrorStatusSchema = z.object({
  /** `off`: counts are MongoDB's; `away`: the counter doesn't answer; `empty`: nothing was asked yet. */
  state: z.enum(['off', 'away', 'empty', 'loading', 'ready']),
  /** Where it runs: a thread of this server, or a process of its own. */
  where: z.enum(['thread', 'process']).nullable(),
  members: z.int(),
  events: z.int(),
  columns: z.array(mirrorColumnSchema),
  /** All that is held: columns, the index of ids, and results that are kept. */
  bytes: z.int(),
  resultBytes: z.int(),
  budgetBytes: z.int(),
  generation: z.int(),
  /** Every change up to this instant is in the counts. */
  watermark: instant.nullable(),
  /** Since the database was last asked for changes; null while nothing is loaded. */
  lagMs: z.int().nullable(),
  /** Questions answered here, and those passed on by reason. */
  answered: z.int(),
  passedOn: z.record(z.enum(mirrorReasons), z.int()),
  /** Numbers that were at hand, and that were worked out. */
  hits: z.int(),
  misses: z.int(),
  audit: mirrorAuditSchema.nullable(),
  /** The last load: rows read, and how long it took in all. */
  load: z.object({ rows: z.int(), tookMs: z.int() }).nullable(),
  /** When the columns were last written to disk. */
  snapshotAt: instant.nullable(),
  /** The last thing that went wrong, for the log's reader; null when nothing did. */
  problem: z.object({ at: instant, message: z.string() }).nullable(),
});

export type MirrorColumn = z.infer<typeof mirrorColumnSchema>;
export type MirrorAudit = z.infer<typeof mirrorAuditSchema>;
export type MirrorStatus = z.infer<typeof mirrorStatusSchema>;
