import { z } from 'zod';
import { asOfSchema } from './as-of';
import { fieldTypeSchema } from './catalogue';
import { definitionKindSchema } from './definition-kind';
import { localTextSchema } from './local-text';
import { workErrorSchema, workStateSchema } from './work';

/*
 * Audiences as files.
 */

export const exportFormatSchema = z.enum(['csv', 'ndjson']);
export const consentFilterSchema = z.object({ channel: z.string().max(64), purpose: z.string().max(64) });

export const exportRequestSchema = z.object({
  definition: z.string().max(100),
  /** Without it the published version. */
  version: z.int().min(1).optional(),
  /** Without it the as-of of the version's last finished run, and without a run now. */
  asOf: asOfSchema.optional(),
  /** Of a tag: only members with these values; null for every value. */
  values: z.array(z.string().max(60)).min(1).max(200).nullable().default(null),
  format: exportFormatSchema,
  /** From `exportOptionsSchema.columns`, in this order. */
  columns: z.array(z.string().max(200)).min(1).max(200),
  masked: z.boolean(),
  /** Only members who agreed to be reached here for this; null: no filter. */
  consent: consentFilterSchema.nullable(),
});

export const exportOptionsQuerySchema = z.object({ definition: z.string().max(100) });
export const exportOptionsSchema = z.object({
  columns: z.array(
    z.object({
      /** `id`, `value`, `identities.<type>`, `attrs.<key>`, `metrics.<key>`, `tags`, `createdAt`. */
      path: z.string(),
      label: localTextSchema,
      type: fieldTypeSchema.nullable(),
      personal: z.boolean(),
      /** Ticked to begin with. */
      proposed: z.boolean(),
    }),
  ),
  /** Values of a tag; empty for a segment. */
  values: z.array(z.object({ value: z.string(), label: localTextSchema })),
  /** What members agreed to, as found in the data. */
  consents: z.array(consentFilterSchema),
  mayUnmask: z.boolean(),
  /** What the default as-of is. */
  asOf: z.iso.datetime(),
  version: z.int().nullable(),
});

export const exportPreviewSchema = z.object({
  /** Members the rule selects, those withheld for want of consent, and the rows of the file: audience − withheld. */
  audience: z.int(),
  withheld: z.int(),
  rows: z.int(),
  asOf: z.iso.datetime(),
  version: z.int(),
  tookMs: z.int(),
});

export const exportSchema = z.object({
  id: z.string(),
  definition: z.string(),
  label: localTextSchema,
  kind: definitionKindSchema,
  version: z.int(),
  asOf: z.iso.datetime(),
  values: z.array(z.string()).nullable(),
  format: exportFormatSchema,
  columns: z.array(z.string()),
  masked: z.boolean(),
  consent: consentFilterSchema.nullable(),
  state: workStateSchema,
  audience: z.int(),
  withheld: z.int(),
  /** Rows written so far, all of them when done. */
  rows: z.int(),
  fileName: z.string().nullable(),
  bytes: z.int(),
  sha256: z.string().nullable(),
  error: workErrorSchema,
  job: z.string(),
  cancelRequested: z.boolean(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});

export const exportManifestSchema = z.object({
  id: z.string(),
  definition: z.object({
    id: z.string(),
    key: z.string(),
    kind: definitionKindSchema,
    version: z.int(),
  }),
  sentence: z.object({ zh: z.string(), en: z.string() }),
  asOf: z.iso.datetime(),
  values: z.array(z.string()).nullable(),
  format: exportFormatSchema,
  columns: z.array(z.string()),
  masked: z.boolean(),
  consent: consentFilterSchema.nullable(),
  audience: z.int(),
  withheld: z.int(),
  rows: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
});

export const exportsQuerySchema = z.object({
  definition: z.string().max(100).optional(),
  before: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const exportPageSchema = z.object({ exports: z.array(exportSchema), next: z.string().nullable() });
export const exportAnswerSchema = z.object({ export: exportSchema });

export type ExportFormat = z.infer<typeof exportFormatSchema>;
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export type ExportOptions = z.infer<typeof exportOptionsSchema>;
export type ExportPreview = z.infer<typeof exportPreviewSchema>;
export type ExportEntry = z.infer<typeof exportSchema>;
export type ExportPage = z.infer<typeof exportPageSchema>;
export type ExportManifest = z.infer<typeof exportManifestSchema>;
