import { z } from 'zod';
import { localTextSchema } from './local-text';
import { timeZoneSchema } from './settings';

/*
 * Fields and events. Metrics are fields too: metrics.ts.
 */

/**
 * What a value can be. Money is an integer of the smallest unit. A `date` is an instant and travels as ISO 8601 with a zone;
 * a `day` is a day of the calendar, the same in every zone, and travels as `1990-05-01`.
 */
export const fieldTypes = ['text', 'option', 'number', 'money', 'boolean', 'date', 'day', 'list'] as const;
export const fieldTypeSchema = z.enum(fieldTypes);

/** What the product says, in both languages: as long as the names, paths and values in it make it. */
export const sentenceSchema = z.object({ zh: z.string(), en: z.string() });

export const fieldOptionSchema = z.object({ value: z.string().min(1).max(120), label: localTextSchema });

/** The last step of a path. Names that mean something to JavaScript are never one. */
export const keySchema = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_]{0,63}$/)
  .refine((key) => !(key in Object.prototype) && key !== 'prototype', {
    params: { zh: '这个名称是保留字', en: 'this name is reserved' },
  });

const pathSchema = (root: string) =>
  z
    .string()
    .refine(
      (path) => path.startsWith(`${root}.`) && keySchema.safeParse(path.slice(root.length + 1)).success,
      {
        params: { zh: `应为 ${root}.<字段名>`, en: `expected ${root}.<key>` },
      },
    );

/** `attrs.city`: a member's attribute. */
export const attributePathSchema = pathSchema('attrs');
/** `props.amount`: a property of an event. */
export const propertyPathSchema = pathSchema('props');

/** How full a field is. `exact` false: from a sample of `of` members, `present` of them with a value. */
export const fillSchema = z.object({
  present: z.int(),
  of: z.int(),
  exact: z.boolean(),
  at: z.iso.datetime(),
});

/** One place that reads a field, an event type, a list or a definition. */
export const usageSchema = z.object({
  kind: z.enum(['tag', 'segment', 'layering', 'metric', 'pointRule']),
  /** Id of the definition or points rule, or key of the metric. */
  id: z.string(),
  label: localTextSchema,
  state: z.enum(['draft', 'published']),
  /** Nodes of the graph that read it; empty for what has no graph. */
  nodes: z.array(z.string()),
});

export const fieldSchema = z.object({
  path: z.string(),
  type: fieldTypeSchema,
  label: localTextSchema,
  /** Unit of a number (`days`), currency of money (`CNY`); else null. */
  unit: z.string().nullable(),
  options: z.array(fieldOptionSchema),
  personal: z.boolean(),
  origin: z.enum(['discovered', 'edited', 'metric', 'built-in']),
  /** Null until it was looked at once; ask for `fill=true` to have it counted. */
  fill: fillSchema.nullable(),
  updatedAt: z.iso.datetime(),
});

export const eventPropertySchema = z.object({
  path: propertyPathSchema,
  type: fieldTypeSchema,
  label: localTextSchema,
  unit: z.string().nullable(),
  options: z.array(fieldOptionSchema),
});

export const eventTypeSchema = z.object({
  type: keySchema,
  label: localTextSchema,
  props: z.array(eventPropertySchema),
  updatedAt: z.iso.datetime(),
});

/** `search`: by label in either language, path, pinyin and its initials. */
export const catalogueQuerySchema = z.object({
  search: z.string().trim().max(100).default(''),
  fill: z.stringbool().default(false),
});
export const catalogueAnswerSchema = z.object({
  fields: z.array(fieldSchema),
  eventTypes: z.array(eventTypeSchema),
  identityTypes: z.array(z.object({ type: keySchema, label: localTextSchema })),
});

/** A field nobody has data for yet. */
export const newFieldSchema = z.object({
  path: attributePathSchema,
  type: fieldTypeSchema,
  label: localTextSchema,
  unit: z.string().trim().min(1).max(16).nullable().default(null),
  options: z.array(fieldOptionSchema).max(500).default([]),
  personal: z.boolean().default(false),
});

/** The type has an act of its own below. */
export const fieldEditSchema = newFieldSchema
  .omit({ path: true, type: true })
  .extend({
    unit: z.string().trim().min(1).max(16).nullable(),
    options: z.array(fieldOptionSchema).max(500),
    personal: z.boolean(),
  })
  .partial();

/** With `apply` false nothing is written: the answer says what would fit. */
export const typeChangeSchema = z.object({
  type: fieldTypeSchema,
  unit: z.string().trim().min(1).max(16).nullable().default(null),
  /** Zone in which a date without one is read, and between instants and days: whose days they are. Else the workspace's. */
  timeZone: timeZoneSchema.optional(),
  apply: z.boolean().default(false),
  /** Values that don't fit are removed only when this is true; otherwise the change is refused. */
  dropUnfit: z.boolean().default(false),
});
/** How the zone decides what values become when the type changes; null where it doesn't. */
export function zoneInChange(from: FieldType, to: FieldType): 'toDay' | 'fromDay' | 'read' | null {
  if (from === 'date' && to === 'day') return 'toDay';
  if (from === 'day' && to === 'date') return 'fromDay';
  return to === 'date' && from !== 'date' ? 'read' : null;
}
export const typeChangeAnswerSchema = z.object({
  path: z.string(),
  from: fieldTypeSchema,
  to: fieldTypeSchema,
  /** The zone that was used; null where none was asked. */
  timeZone: z.string().nullable(),
  fits: z.int(),
  unfit: z.int(),
  /** Up to ten values that don't fit. */
  samples: z.array(z.string()),
  applied: z.boolean(),
});

export const valuesQuerySchema = z.object({
  search: z.string().trim().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const fieldValuesSchema = z.object({
  path: z.string(),
  fill: fillSchema,
  /** Commonest first. `label` is that of the option, when there is one. */
  values: z.array(
    z.object({
      value: z.union([z.string(), z.number(), z.boolean()]),
      label: localTextSchema.nullable(),
      n: z.int(),
    }),
  ),
  /** Of numbers, money, dates (ISO) and days (`1990-05-01`); null for the others. */
  range: z
    .object({ min: z.union([z.number(), z.string()]), max: z.union([z.number(), z.string()]) })
    .nullable(),
});

export const fieldAnswerSchema = z.object({ field: fieldSchema });
export const eventTypeAnswerSchema = z.object({ eventType: eventTypeSchema });

/** The parts of these addresses. */
export const pathParams = z.object({ path: z.string().min(1).max(200) });
export const typeParams = z.object({ type: z.string().min(1).max(64) });

export const usageAnswerSchema = z.object({ usage: z.array(usageSchema) });

export const eventTypeEditSchema = z.object({
  label: localTextSchema,
  props: z.array(eventPropertySchema).max(200),
});

export type FieldType = z.infer<typeof fieldTypeSchema>;
export type FieldOption = z.infer<typeof fieldOptionSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type Fill = z.infer<typeof fillSchema>;
export type Usage = z.infer<typeof usageSchema>;
export type EventProperty = z.infer<typeof eventPropertySchema>;
export type EventType = z.infer<typeof eventTypeSchema>;
export type CatalogueQuery = z.infer<typeof catalogueQuerySchema>;
export type CatalogueAnswer = z.infer<typeof catalogueAnswerSchema>;
export type NewField = z.infer<typeof newFieldSchema>;
export type FieldEdit = z.infer<typeof fieldEditSchema>;
export type TypeChange = z.infer<typeof typeChangeSchema>;
export type TypeChangeAnswer = z.infer<typeof typeChangeAnswerSchema>;
export type ValuesQuery = z.infer<typeof valuesQuerySchema>;
export type FieldValues = z.infer<typeof fieldValuesSchema>;
export type EventTypeEdit = z.infer<typeof eventTypeEditSchema>;
