import { z } from 'zod';
import { graph } from '@/rules-engine/index';
import { asOfSchema } from './as-of';
import { fieldTypeSchema, keySchema, sentenceSchema, usageSchema } from './catalogue';
import { diagnosticSchema } from './counts';
import { definitionKindSchema } from './definition-kind';
import { findingSchema } from './lint';
import { localTextSchema } from './local-text';
import { memberRowSchema } from './members';
import { comparisonSchema } from './movement';
import { runSchema } from './runs';
import { scheduleSchema } from './schedule';
import { workStateSchema } from './work';

/*
 * Tags, segments and layerings, their drafts and versions. Runs, schedule and sizes: runs.ts.
 */

/** `changed`: published, and the draft differs from what is published. */
export const definitionStateSchema = z.enum(['draft', 'published', 'changed']);

/** Folders nest by `/`: `消费/频次`. '' is the top. No empty steps, no surrounding blanks. */
export const folderSchema = z
  .string()
  .max(200)
  .refine((text) => text === '' || text.split('/').every((step) => step !== '' && step === step.trim()), {
    params: { zh: '文件夹名称不能为空，层级用 / 分隔', en: 'folders are separated by /, none of them empty' },
  });

const lastRunSchema = z.object({
  run: z.string(),
  at: z.iso.datetime(),
  asOf: z.iso.datetime(),
  size: z.int(),
  state: workStateSchema,
});

const summaryShape = {
  id: z.string(),
  kind: definitionKindSchema,
  key: z.string(),
  label: localTextSchema,
  folder: z.string(),
  state: definitionStateSchema,
  publishedVersion: z.int().nullable(),
  schedule: scheduleSchema.nullable(),
  nextRunAt: z.iso.datetime().nullable(),
  /** The latest run, whatever came of it. */
  lastRun: lastRunSchema.nullable(),
  /** Members after the last finished run; null before the first. */
  size: z.int().nullable(),
  /** As of when that run counted; null before the first, and where it isn't known any more. */
  sizeAsOf: z.iso.datetime().nullable(),
  archivedAt: z.iso.datetime().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
};

export const definitionSummarySchema = z.object(summaryShape);

/** `search`: by label in either language, key, pinyin and its initials. Archived ones only with `archived=true`. */
export const definitionsQuerySchema = z.object({
  kind: definitionKindSchema.optional(),
  search: z.string().trim().max(100).default(''),
  /** This folder and those below it. */
  folder: folderSchema.optional(),
  archived: z.stringbool().default(false),
});
export const definitionListSchema = z.object({
  definitions: z.array(definitionSummarySchema),
  /** Every folder of the kind, whatever the search: with how many definitions, below it included. */
  folders: z.array(z.object({ path: z.string(), n: z.int() })),
  archived: z.int(),
});

export const definitionSchema = z.object({
  ...summaryShape,
  /** The draft, of the current schema version; migrated when it was older. */
  graph,
  revision: z.int(),
  /** As of when it was last worked on; null: now. Not part of the draft. */
  asOf: asOfSchema.nullable(),
  whenEmpty: z.enum(['clear', 'keep']),
  published: z
    .object({
      version: z.int(),
      at: z.iso.datetime(),
      by: z.string(),
      sentence: sentenceSchema,
      graph,
    })
    .nullable(),
});
export const definitionAnswerSchema = z.object({ definition: definitionSchema });

export const newDefinitionSchema = z.object({
  kind: definitionKindSchema,
  /** Unique in its kind; the left half of `key:value`. Without one it is made of the label, by pinyin. */
  key: keySchema.optional(),
  label: localTextSchema,
  folder: folderSchema.default(''),
  /** Id of a template; without one the draft is all members and one output, not connected. */
  template: z.string().max(64).optional(),
  /** The draft to begin with, instead of a template's. */
  graph: graph.optional(),
});

/** Not part of the draft: it counts at once, and doesn't raise `revision`. `key` only before the first publication. */
export const definitionEditSchema = z
  .object({
    key: keySchema,
    label: localTextSchema,
    folder: folderSchema,
    /** What becomes of a stored value when its member is in no output any more. */
    whenEmpty: z.enum(['clear', 'keep']),
  })
  .partial();

export const draftSaveSchema = z.object({ revision: z.int().min(0), graph });
export const draftSavedSchema = z.object({
  revision: z.int(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
  state: definitionStateSchema,
});

/** 409: an error like any other, and the document as it is on the server (its `updatedBy`, `updatedAt`, `revision`). */
export const draftConflictSchema = z.object({
  error: z.object({
    code: z.literal('revision-conflict'),
    params: z.record(z.string(), z.unknown()),
    message: sentenceSchema,
  }),
  definition: definitionSchema,
});

export const asOfKeepSchema = z.object({ asOf: asOfSchema.nullable() });

export const duplicateSchema = z.object({
  /** As for a new one. */
  key: keySchema.optional(),
  label: localTextSchema,
  folder: folderSchema.optional(),
});

export const definitionUsageSchema = z.object({ usage: z.array(usageSchema) });

/** The job that takes the stored values off the members; null when there are none. */
export const deletedSchema = z.object({ job: z.string().nullable() });

export const templatesQuerySchema = z.object({ kind: definitionKindSchema.optional() });
export const templateSchema = z.object({
  id: z.string(),
  kind: definitionKindSchema,
  label: localTextSchema,
  about: sentenceSchema,
  /** What new ones are called to begin with. */
  key: keySchema,
  folder: z.string(),
  /** Fields and event types that it reads and the catalogue doesn't have: by path or type. */
  missing: z.array(z.string()),
});
export const templateListSchema = z.object({ templates: z.array(templateSchema) });

export const publishPreviewQuerySchema = z.object({ revision: z.int(), asOf: asOfSchema.optional() });

/** Both rules are counted as of the same instant, so the difference is that of the rules alone. */
export const publishPreviewSchema = z.object({
  revision: z.int(),
  executable: z.boolean(),
  diagnostics: z.array(diagnosticSchema),
  sentence: z.object({ before: sentenceSchema.nullable(), after: sentenceSchema.nullable() }),
  /** Null when the graph isn't executable; `before` also before the first publication. */
  size: z.object({ before: z.int().nullable(), after: z.int().nullable() }),
  /** Members with a value they didn't have, and those who lose one: a changed value is both. */
  entered: z.int().nullable(),
  left: z.int().nullable(),
  /** Values of both versions, those of the new one first; one with value '' for a segment. */
  values: z.array(
    z.object({
      value: z.string(),
      label: localTextSchema,
      before: z.int().nullable(),
      after: z.int().nullable(),
      entered: z.int(),
      left: z.int(),
    }),
  ),
  /** What to know of the draft besides; empty while it isn't executable. */
  findings: z.array(findingSchema),
  /** Of a layering: from which layer to which; null while the draft isn't executable. */
  movement: comparisonSchema.pick({ values: true, flows: true }).nullable(),
  asOf: z.iso.datetime(),
  tookMs: z.int(),
});

export const publishMembersQuerySchema = publishPreviewQuerySchema.extend({
  /** `moved`: those who go from one value to another. */
  change: z.enum(['entered', 'left', 'moved']),
  /** Who comes in or goes out: one value of a tag; without it all. */
  value: z.string().max(60).optional(),
  /** Who moves: from and to which; null is no value, without it whatever value. */
  from: z.string().max(60).nullable().optional(),
  to: z.string().max(60).nullable().optional(),
  after: z.int().min(-1).default(-1),
  limit: z.int().min(1).max(500).default(100),
});
export const publishMembersSchema = z.object({
  members: z.array(memberRowSchema),
  total: z.int(),
  next: z.int().nullable(),
  asOf: z.iso.datetime(),
});

export const publishSchema = z.object({
  revision: z.int(),
  note: z.string().trim().max(500).default(''),
  /** As of which `entered` and `left` are recorded, and the run is made. */
  asOf: asOfSchema.optional(),
  /** Run it at once. */
  run: z.boolean(),
});

export const versionSchema = z.object({
  version: z.int(),
  sentence: sentenceSchema,
  size: z.int(),
  entered: z.int(),
  left: z.int(),
  note: z.string(),
  author: z.string(),
  publishedAt: z.iso.datetime(),
});
export const versionListSchema = z.object({ versions: z.array(versionSchema) });
export const versionAnswerSchema = z.object({
  version: versionSchema.extend({ graph, jsonLogic: z.unknown() }),
});
export const publishedSchema = z.object({
  definition: definitionSchema,
  version: versionSchema,
  run: runSchema.nullable(),
});
export const restoreSchema = z.object({ revision: z.int() });

const textSchema = z.object({ zh: z.string(), en: z.string() });
const engineFieldSchema = z.object({
  path: z.string(),
  type: fieldTypeSchema,
  label: textSchema,
  unit: z.string().nullable(),
  options: z.array(z.object({ value: z.string(), label: textSchema })),
  personal: z.boolean(),
  whole: z.boolean().optional(),
  always: z.boolean().optional(),
});

/** Null while nothing is published. */
const publishedGraph = z.unknown().default(null);

const engineValuesSchema = z.object({
  key: z.string(),
  label: textSchema,
  values: z.array(z.object({ value: z.string(), label: textSchema })),
  storedAt: z.iso
    .datetime()
    .transform((at) => new Date(at))
    // It travels as a text, which is what the document of the API has to say.
    .meta({ override: { type: 'string', format: 'date-time' } })
    .nullable(),
});

/** The engine's `Catalogue`, and the clock and currency of the workspace. Segments bring their published graph. */
export const engineCatalogueSchema = z.object({
  fields: z.record(z.string(), engineFieldSchema),
  eventTypes: z.record(
    z.string(),
    z.object({ type: z.string(), label: textSchema, props: z.record(z.string(), engineFieldSchema) }),
  ),
  tags: z.record(z.string(), engineValuesSchema),
  layerings: z.record(z.string(), engineValuesSchema.extend({ graph: publishedGraph })),
  segments: z.record(z.string(), z.object({ key: z.string(), label: textSchema, graph: publishedGraph })),
  lists: z.record(z.string(), z.object({ id: z.string(), label: z.string(), matched: z.int() })),
  timeZone: z.string(),
  currency: z.string(),
});

export type DefinitionState = z.infer<typeof definitionStateSchema>;
export type DefinitionSummary = z.infer<typeof definitionSummarySchema>;
export type DefinitionsQuery = z.infer<typeof definitionsQuerySchema>;
export type DefinitionList = z.infer<typeof definitionListSchema>;
export type Definition = z.infer<typeof definitionSchema>;
export type NewDefinition = z.input<typeof newDefinitionSchema>;
export type DefinitionEdit = z.infer<typeof definitionEditSchema>;
export type DraftSave = z.infer<typeof draftSaveSchema>;
export type DraftSaved = z.infer<typeof draftSavedSchema>;
export type Duplicate = z.infer<typeof duplicateSchema>;
export type Template = z.infer<typeof templateSchema>;
export type PublishPreview = z.infer<typeof publishPreviewSchema>;
export type PublishMembersQuery = z.input<typeof publishMembersQuerySchema>;
export type PublishMembers = z.infer<typeof publishMembersSchema>;
export type Publish = z.input<typeof publishSchema>;
export type Published = z.infer<typeof publishedSchema>;
export type Version = z.infer<typeof versionSchema>;
export type VersionDetail = z.infer<typeof versionAnswerSchema>['version'];
export type EngineCatalogue = z.infer<typeof engineCatalogueSchema>;
export type DraftConflict = z.infer<typeof draftConflictSchema>;
