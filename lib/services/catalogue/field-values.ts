import type { Collection, Db, Document } from 'mongodb';
import { z } from 'zod';
import type { FieldOption, FieldType, FieldValues, ValuesQuery } from '@/lib/contracts/catalogue';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { shownDate } from '@/lib/values/shown-value';
import { matchesSearch } from '@/lib/values/text-search';
import { findField } from '@/lib/workspace/find-field';
import { memberSample } from './member-sample';
import { Remembered } from './remembered';
import { summaryStages, VALUES_KEPT, valuesStages } from './values-pipeline';

const MAX_TIME_MS = 20_000;
/** Events looked at, the newest first: what people do now is what rules are about. */
const EVENTS_LOOKED_AT = 20_000;

type Counted = { value: string | number | boolean; n: number }[];

interface Known {
  of: number;
  present: number;
  range: FieldValues['range'];
  values: Counted;
  exact: boolean;
  at: string;
}

const remembered = new Remembered<Known>(300_000);
const searched = new Remembered<Counted>(60_000);

interface Place {
  /** Names the place in what is remembered. */
  key: string;
  path: string;
  type: FieldType;
  options: readonly FieldOption[];
  /** Values of personal fields stay where they are; how full they are is no secret. */
  hidden: boolean;
  documents: Collection<Document>;
  match: Document[];
  exact: boolean;
}

/** The commonest values of a member field. Throws `not-found`. */
export async function fieldValues(db: Db, path: string, query: ValuesQuery): Promise<FieldValues> {
  const field = await findField(db, path);
  const { filter, exact } = await memberSample(db);
  return valuesAt(
    {
      key: `${db.databaseName} ${path}`,
      path,
      type: field.type,
      options: field.options,
      hidden: field.personal,
      documents: db.collection('members'),
      match: [{ $match: filter }],
      exact,
    },
    query,
  );
}

/** The commonest values of an event property. Throws `not-found`. */
export async function propertyValues(
  db: Db,
  type: string,
  path: string,
  query: ValuesQuery,
): Promise<FieldValues> {
  const eventType = await collection(db, 'eventTypes').findOne({ _id: type });
  const property = eventType?.props.find((one) => one.path === path);
  if (property === undefined)
    throw new Problem('not-found', { what: { zh: '该事件属性', en: 'The event property' } });
  const events = await collection(db, 'events').countDocuments({ type }, { limit: EVENTS_LOOKED_AT + 1 });
  return valuesAt(
    {
      key: `${db.databaseName} ${type} ${path}`,
      path,
      type: property.type,
      options: property.options,
      hidden: false,
      documents: db.collection('events'),
      match: [{ $match: { type } }, { $sort: { at: -1 } }, { $limit: EVENTS_LOOKED_AT }],
      exact: events <= EVENTS_LOOKED_AT,
    },
    query,
  );
}

/** To be called when values have changed in bulk. */
export function forgetValues(): void {
  remembered.forget();
  searched.forget();
}

async function valuesAt(place: Place, { search, limit }: ValuesQuery): Promise<FieldValues> {
  const known = await remembered.get(`${place.key} ${place.type}`, () => look(place));
  const complete = search === '' || known.values.length < VALUES_KEPT;
  const values = complete
    ? known.values
    : await searched.get(`${place.key} ${search}`, () => countValues(place, search));
  const labels = new Map(place.options.map(({ value, label }) => [value, label]));
  const labelled = values.map(({ value, n }) => ({ value, n, label: labels.get(String(value)) ?? null }));
  const found = labelled.filter(({ value, label }) =>
    matchesSearch(search, label ?? { zh: String(value), en: String(value) }, [String(value)]),
  );
  const { present, of, exact, at, range } = known;
  return {
    path: place.path,
    fill: { present, of, exact, at },
    values: place.hidden ? [] : found.slice(0, limit),
    range: place.hidden ? null : range,
  };
}

async function look(place: Place): Promise<Known> {
  const [summary] = await place.documents
    .aggregate(summaryStages(place.match, place.path, place.type), { maxTimeMS: MAX_TIME_MS })
    .toArray();
  const { of, present, min, max } = summarySchema.parse(summary ?? {});
  const listed = place.type !== 'date' && place.type !== 'day' && !place.hidden;
  return {
    of,
    present,
    range: min === null || max === null ? null : { min: shown(min, place.type), max: shown(max, place.type) },
    values: listed ? await countValues(place, '') : [],
    exact: place.exact,
    at: new Date().toISOString(),
  };
}

async function countValues({ documents, match, path, type }: Place, search: string): Promise<Counted> {
  const found = await documents
    .aggregate(valuesStages(match, path, type, search), { maxTimeMS: MAX_TIME_MS })
    .toArray();
  return z
    .array(countedSchema)
    .parse(found)
    .map(({ _id: value, n }) => ({ value, n }));
}

const bound = z.union([z.number(), z.date()]).nullable().catch(null).default(null);
const summarySchema = z.object({
  of: z.number().default(0),
  present: z.number().default(0),
  min: bound,
  max: bound,
});
const countedSchema = z.object({ _id: z.union([z.string(), z.number(), z.boolean()]), n: z.number() });

function shown(value: number | Date, type: FieldType): number | string {
  return value instanceof Date ? shownDate(value, type) : value;
}
