import { z } from 'zod';
import { graph } from '@/rules-engine/index';
import { asOfSchema } from './as-of';
import { fieldTypeSchema, sentenceSchema } from './catalogue';
import { memberRowSchema, memberValueSchema } from './members';

/*
 * What the editor asks while a graph is drawn. All of it takes a draft as it is, however incomplete: what can't be compiled is
 * in `diagnostics`, and the ports that can be have their number all the same.
 */

/** `nodeId.port` */
export const portKeySchema = z.templateLiteral([z.string(), '.', z.string()]);

/** A diagnostic of the engine as it travels. */
export const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  node: z.string().nullable(),
  param: z.string().nullable(),
  message: sentenceSchema,
});

export const drawnSchema = z.object({
  graph,
  asOf: asOfSchema.optional(),
  /** Id of the definition being edited: a rule that leads back to it is a diagnostic. */
  definition: z.string().max(100).optional(),
});

export const countsQuerySchema = drawnSchema.extend({
  /** A quick answer from a sample will do (see `error`), to be followed by the same request without it. */
  estimate: z.boolean().optional(),
});

/** Members at a port. `error` is null for an exact number, else the half-width of the 95 % interval, in members. */
export const portCountSchema = z.object({ n: z.int().min(0), error: z.number().min(0).nullable() });

export const countsAnswerSchema = z.object({
  /** By `nodeId.port`, inputs and outputs; a port that couldn't be compiled is missing, never 0. */
  ports: z.record(portKeySchema, portCountSchema),
  /** All members of the workspace, the whole of every share. */
  total: z.int(),
  asOf: z.iso.datetime(),
  /** The latest change of a member or event that is seen in the numbers. */
  watermark: z.iso.datetime().nullable(),
  /** Who counted: the columns in memory, or MongoDB while they are loaded, or for what doesn't fit into them. */
  engine: z.enum(['mirror', 'mongodb']),
  /** The columns for this are being loaded: the same question is soon answered at once. */
  isWarming: z.boolean(),
  tookMs: z.int(),
  /** Bounds of *top N* are resolved by the server before it counts; cutpoints are stored in the graph. */
  diagnostics: z.array(diagnosticSchema),
});

export const portMembersQuerySchema = drawnSchema.extend({
  port: portKeySchema,
  /** Catalogue paths whose values each row carries: `attrs.city`. */
  columns: z.array(z.string().max(200)).max(20).default([]),
  /** `next` of the page before; by `ord`. */
  after: z.int().min(-1).default(-1),
  limit: z.int().min(1).max(500).default(100),
});

export const portMembersAnswerSchema = z.object({
  members: z.array(memberRowSchema),
  /** Exact: the same number as the port's. */
  total: z.int(),
  next: z.int().nullable(),
  asOf: z.iso.datetime(),
});

export const explainQuerySchema = drawnSchema.extend({
  /** A member id, or a whole identity of any type. */
  member: z.string().trim().min(1).max(200),
});

/** One condition row for this member. */
export const explainRowSchema = z.object({
  /** Path below the node's `params`: `rows.0`. */
  param: z.string(),
  holds: z.boolean(),
  phrase: sentenceSchema,
  /** What the member has; null when it is empty, or hidden (`masked`). Instants as ISO 8601, calendar days as `1990-05-01`, money in the smallest unit. */
  actual: memberValueSchema.nullable(),
  masked: z.boolean(),
  type: fieldTypeSchema.nullable(),
  /** Unit of a number, currency of money. */
  unit: z.string().nullable(),
  /** The bound that decides, where there is one. */
  threshold: memberValueSchema.nullable(),
  /** How much is missing until the row would hold: in `unit`, the smallest unit of money, or days for dates. */
  short: z.number().nullable(),
});

export const explainNodeSchema = z.object({
  node: z.string(),
  /** Whether the member arrives here. */
  reached: z.boolean(),
  /** By output port id: whether the member leaves through it. */
  ports: z.record(z.string(), z.boolean()),
  rows: z.array(explainRowSchema),
});

/** What a member lacks for an output that wins over its own. */
export const distanceSchema = z.object({
  node: z.string(),
  value: z.string(),
  label: sentenceSchema,
  /** The fewest conditions that have to turn out otherwise; null where nothing leads there. */
  missing: z
    .array(
      z.object({
        /** Null for what isn't a condition row, such as the bound of a top N. */
        node: z.string().nullable(),
        row: explainRowSchema.nullable(),
        /** False: it has to stop holding; `short` is then by how much it holds. */
        wanted: z.boolean(),
      }),
    )
    .nullable(),
});

export const explainAnswerSchema = z.object({
  member: memberRowSchema,
  asOf: z.iso.datetime(),
  /** What the graph gives this member; null: nothing, or the graph isn't executable (see `diagnostics`). */
  output: z.object({ node: z.string(), value: z.string(), label: sentenceSchema }).nullable(),
  /** In the order of evaluation; nodes that couldn't be compiled are missing. */
  nodes: z.array(explainNodeSchema),
  /** Of each output above that of the member, or of each where it gets nothing; the nearest first. */
  above: z.array(distanceSchema),
  tookMs: z.int(),
  diagnostics: z.array(diagnosticSchema),
});

export type CountsQuery = z.infer<typeof countsQuerySchema>;
export type PortCount = z.infer<typeof portCountSchema>;
export type CountsAnswer = z.infer<typeof countsAnswerSchema>;
export type PortMembersAnswer = z.infer<typeof portMembersAnswerSchema>;
export type ExplainQuery = z.infer<typeof explainQuerySchema>;
export type ExplainRow = z.infer<typeof explainRowSchema>;
export type ExplainNode = z.infer<typeof explainNodeSchema>;
export type DistanceDto = z.infer<typeof distanceSchema>;
export type ExplainAnswer = z.infer<typeof explainAnswerSchema>;
