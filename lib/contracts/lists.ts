import { z } from 'zod';
import { keySchema } from './catalogue';
import { fileSpecSchema } from './import-mapping';
import { uploadSchema } from './imports';

/*
 * Uploaded id lists.
 */

/** The `identityType` of a list of member ids. No identity is called so: types begin with a letter. */
export const memberIdType = '_id';

/** Upload the file first (`imports.upload`), then say which column has the ids. */
export const newListSchema = z.object({
  label: z.string().trim().min(1).max(80),
  identityType: z.union([z.literal(memberIdType), keySchema]),
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
  /** Of those without a member: not even valid as an id of this type. */
  invalid: z.int(),
  /** Lines whose id had been on an earlier line. */
  repeated: z.int(),
  /** Members put on the list: fewer than `matched` where two ids are one member's. */
  members: z.int(),
  state: z.enum(['matching', 'ready', 'failed', 'deleting']),
  job: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export const listListSchema = z.object({ lists: z.array(listSchema) });
export const listAnswerSchema = z.object({ list: listSchema });

/** The language of the reasons. */
export const unmatchedQuerySchema = z.object({ locale: z.enum(['zh', 'en']).default('zh') });

export type NewList = z.infer<typeof newListSchema>;
export type List = z.infer<typeof listSchema>;
