import { z } from 'zod';
import { fieldTypeSchema } from './catalogue';
import { localTextSchema } from './local-text';

/*
 * Members, personal data masked.
 */

/** A stored value as it travels: instants as ISO 8601, calendar days as `1990-05-01`. */
export const memberValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** An identity; `masked` says that `value` hides part of it. */
export const shownIdentitySchema = z.object({ type: z.string(), value: z.string(), masked: z.boolean() });

/** `rfm:champions`; of a layering's several layers any: `rfm:champions:new`. */
const layerFilterSchema = z
  .string()
  .max(4_000)
  .regex(/^[a-z][a-zA-Z0-9_]{0,63}(:[^:]{1,60})+$/);

/**
 * `tag=key:value`, `layer=key:layer`, `segment=id`, `list=id`, `columns=attrs.city,metrics.orders`.
 * `search` is a whole identity of any type (a phone in any spelling) or a member id. One filter at a time.
 */
export const memberQuerySchema = z.object({
  search: z.string().trim().max(200).default(''),
  tag: z.string().max(200).optional(),
  layer: layerFilterSchema.optional(),
  segment: z.string().max(100).optional(),
  list: z.string().max(100).optional(),
  columns: z
    .string()
    .max(4_000)
    .default('')
    .transform((text) => text.split(',').filter((path) => path !== '')),
  /** The `ord` after which the page begins. */
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const memberRowSchema = z.object({
  id: z.string(),
  ord: z.int(),
  identities: z.array(shownIdentitySchema),
  tags: z.array(z.string()),
  /** The columns asked for, by path; a missing one has no value. */
  values: z.record(z.string(), memberValueSchema),
  demo: z.boolean(),
  createdAt: z.iso.datetime(),
});
export const memberPageSchema = z.object({
  members: z.array(memberRowSchema),
  /** Exact number of members that the filter selects. */
  total: z.int(),
  next: z.int().nullable(),
});

export const memberDetailSchema = z.object({
  id: z.string(),
  ord: z.int(),
  identities: z.array(shownIdentitySchema),
  attributes: z.array(
    z.object({
      path: z.string(),
      label: localTextSchema,
      type: fieldTypeSchema,
      unit: z.string().nullable(),
      value: memberValueSchema,
      /** The label of the option that the value is, if any. */
      option: localTextSchema.nullable(),
      masked: z.boolean(),
    }),
  ),
  metrics: z.array(
    z.object({
      path: z.string(),
      label: localTextSchema,
      type: fieldTypeSchema,
      unit: z.string().nullable(),
      value: memberValueSchema,
      asOf: z.iso.datetime().nullable(),
    }),
  ),
  tags: z.array(
    z.object({
      tag: z.string(),
      /** Id and label of the definition; null when it is gone. */
      definition: z.string().nullable(),
      label: localTextSchema.nullable(),
      since: z.iso.datetime().nullable(),
      run: z.string().nullable(),
    }),
  ),
  /** As each layering's last run left the member; those of layerings by name, then those whose definition is gone. */
  layers: z.array(
    z.object({
      key: z.string(),
      layer: z.string(),
      /** Id and label of the layering; null when it is gone. */
      definition: z.string().nullable(),
      layering: localTextSchema.nullable(),
      /** Null where the published drawing doesn't have the layer any more. */
      label: localTextSchema.nullable(),
      color: z.int().nullable(),
      since: z.iso.datetime(),
      run: z.string(),
      /** The version that the run computed; null when the run is gone. */
      version: z.int().nullable(),
    }),
  ),
  lists: z.array(z.object({ id: z.string(), label: z.string() })),
  consent: z.record(z.string(), z.array(z.string())),
  events: z.array(z.object({ type: z.string(), label: localTextSchema, n: z.int() })),
  demo: z.boolean(),
  /** Whether the person asking may see what is masked (`members.reveal`, which is audited). */
  mayReveal: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const revealAnswerSchema = z.object({
  identities: z.array(shownIdentitySchema),
  /** Personal attributes by path. */
  values: z.record(z.string(), memberValueSchema),
});

/** What goes with the member. */
export const removalSchema = z.object({
  events: z.int(),
  identities: z.int(),
  /** Points that can still be used, and entries of the ledger. */
  points: z.int(),
  entries: z.int(),
  tags: z.int(),
  layers: z.int(),
  lists: z.int(),
});
/** The job that removes the member. */
export const removedMemberSchema = z.object({ job: z.string() });

/** Points that the event gave and that go with the next points run. */
export const eventRemovalSchema = z.object({ points: z.int() });

/** Newest first; `after` is the cursor of the page before. */
export const timelineQuerySchema = z.object({
  type: z.string().max(64).optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const timelineEventSchema = z.object({
  id: z.string(),
  type: z.string(),
  label: localTextSchema,
  at: z.iso.datetime(),
  props: z.array(
    z.object({
      path: z.string(),
      label: localTextSchema,
      type: fieldTypeSchema,
      unit: z.string().nullable(),
      value: memberValueSchema,
      option: localTextSchema.nullable(),
    }),
  ),
  source: z.string(),
});
export const timelineSchema = z.object({ events: z.array(timelineEventSchema), next: z.string().nullable() });

export type Removal = z.infer<typeof removalSchema>;
export type EventRemoval = z.infer<typeof eventRemovalSchema>;
export type MemberValue = z.infer<typeof memberValueSchema>;
export type ShownIdentity = z.infer<typeof shownIdentitySchema>;
export type MemberQuery = z.infer<typeof memberQuerySchema>;
export type MemberRow = z.infer<typeof memberRowSchema>;
export type MemberPage = z.infer<typeof memberPageSchema>;
export type MemberDetail = z.infer<typeof memberDetailSchema>;
export type RevealAnswer = z.infer<typeof revealAnswerSchema>;
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;
export type TimelineEvent = z.infer<typeof timelineEventSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
