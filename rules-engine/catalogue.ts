import { z } from 'zod';
import type { ValueType } from './ir/expression';
import type { Text } from './text';

/** `date` is an instant; `day` is a day of the calendar, the same in every zone (time/calendar-day.ts). */
export const fieldTypes = ['text', 'option', 'number', 'money', 'boolean', 'date', 'day', 'list'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** How each declared type is read from a document. */
export const valueTypes: Record<FieldType, ValueType> = {
  text: 'text',
  option: 'text',
  number: 'number',
  money: 'number',
  boolean: 'boolean',
  date: 'date',
  day: 'date',
  list: 'list',
};

/** A described path of the member document, or of an event when it is a property. */
export interface Field {
  path: string;
  type: FieldType;
  label: Text;
  /** Unit of a number, currency of money; null when there is none. */
  unit: string | null;
  options: readonly { value: string; label: Text }[];
  personal: boolean;
  /**
   * Only whole numbers can come of it, because of how it is computed: a metric that counts, a balance of points. Of what is
   * imported nobody can promise that: the next file may have halves. Left out: not so.
   */
  whole?: boolean;
  /** Every member has it, since the product itself writes it. Left out: not so. */
  always?: boolean;
}

export interface EventType {
  type: string;
  label: Text;
  /** By path below the event: `props.amount`. */
  props: Readonly<Record<string, Field>>;
}

/** A tag or a layering as other rules see it: the values (layers) the last run stored, and when that was. */
export interface ValuesReference {
  key: string;
  label: Text;
  values: readonly { value: string; label: Text }[];
  storedAt: Date | null;
}

/** A layering besides has its published graph, which tells who is close to another layer. */
export interface LayeringReference extends ValuesReference {
  /** Null while nothing is published. */
  graph: unknown;
}

/** A segment as other rules see it: its published graph, inlined where it is used. */
export interface SegmentReference {
  key: string;
  label: Text;
  /** Null while nothing is published. */
  graph: unknown;
}

export interface ListReference {
  id: string;
  label: string;
  matched: number;
}

/** What a compile knows of the workspace. Keys of the records are paths, types, keys and ids. */
export interface Catalogue {
  fields: Readonly<Record<string, Field>>;
  eventTypes: Readonly<Record<string, EventType>>;
  tags: Readonly<Record<string, ValuesReference>>;
  layerings: Readonly<Record<string, LayeringReference>>;
  segments: Readonly<Record<string, SegmentReference>>;
  lists: Readonly<Record<string, ListReference>>;
}

export const emptyCatalogue: Catalogue = {
  fields: {},
  eventTypes: {},
  tags: {},
  layerings: {},
  segments: {},
  lists: {},
};

const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,7}$/;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A path of the catalogue: dotted names of letters, digits and underscores, none of which reaches a prototype. */
export const path = z
  .string()
  .min(1, { abort: true })
  .max(200, { abort: true })
  .refine((value) => dotted.test(value) && value.split('.').every((name) => !forbidden.has(name)), {
    params: {
      zh: '应为字段的路径，例如 attrs.city。',
      en: 'It has to be the path of a field, e.g. attrs.city.',
    },
  });

/** What is stored under `key` in a record that came from outside: own properties only. */
export function lookUp<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A tag or a layering by its key; undefined for a segment, which has no values. */
export function valuesReference(
  catalogue: Pick<Catalogue, 'tags' | 'layerings'>,
  kind: 'tag' | 'segment' | 'layering',
  key: string,
): ValuesReference | undefined {
  const references = { tag: catalogue.tags, layering: catalogue.layerings, segment: {} };
  return lookUp<ValuesReference>(references[kind], key);
}
