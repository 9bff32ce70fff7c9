import { z } from 'zod';
import { keySchema } from './catalogue';
import { fileSpecSchema } from './import-mapping';
import { uploadSchema } from './imports';

/*
 * Uploaded id lists. To see: viewer. To make and remove: editor (`import`).
 *
 * GET    /api/lists                      → listListSchema
 * POST   /api/lists                      newListSchema → listAnswerSchema (state `matching`); 410 `upload-gone`
 * GET    /api/lists/:id                  → listAnswerSchema; poll it until `ready`
 * GET    /api/lists/:id/unmatched.csv    → ids that no member has (`no-member`) or that can't be one (`not-valid`)
 * DELETE /api/lists/:id                  → listAnswerSchema (state `deleting`); 409 `in-use`
 * Members of a list: GET /api/members?list=
 */

/** POST /api/lists: upload the file first (POST /api/imports/uploads), then say which column has the ids. */
export const newListSchema = z.object({
  label: z.string().trim().min(1).max(80),
  identityType: keySchema,
  upload: uploadSchema.shape.id,
  /** Without it the file is guessed. */
  file: fileSpecSchema.optional(),
  /** Without it the first column. */
  column: z.string().min(1).max(200).optional(),
});

export const listSchema = z.object({
  id: z.string(),
  label: z.string(),
  identityType: z.string(),
  /** Distinct ids in the file, and how many belong to a member; `uploaded - matched` can be downloaded. */
  uploaded: z.int(),
  matched: z.int(),
  state: z.enum(['matching', 'ready', 'failed', 'deleting']),
  job: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export const listListSchema = z.object({ lists: z.array(listSchema) });
export const listAnswerSchema = z.object({ list: listSchema });

export type NewList = z.infer<typeof newListSchema>;
export type List = z.infer<typeof listSchema>;
