import type { Db } from 'mongodb';
import type { EventProperty, FieldOption, FieldType, LocalText } from '@/lib/contracts/catalogue';
import type { EventTypeDoc, FieldDoc } from '@/lib/db/documents';

/** A value's place as data first shows it. */
export interface Discovered {
  path: string;
  type: FieldType;
  label: LocalText;
  unit: string | null;
  personal: boolean;
}

/** Options kept of a field; beyond, values are still stored, but the list stops growing. */
const MAX_OPTIONS = 500;

/** Adds fields that aren't in the catalogue yet; what people have edited stays as it is. */
export async function addFields(db: Db, fields: readonly Discovered[]): Promise<void> {
  const updatedAt = new Date();
  for (const { path, ...field } of fields) {
    const onInsert = { ...field, options: [], origin: 'discovered' as const, updatedAt };
    await db
      .collection<FieldDoc>('fields')
      .updateOne({ _id: path }, { $setOnInsert: onInsert }, { upsert: true });
  }
}

/** Adds an event type, and to one that is there the properties it lacks. */
export async function addEventType(
  db: Db,
  type: string,
  label: LocalText,
  props: readonly Discovered[],
): Promise<void> {
  const updatedAt = new Date();
  const types = db.collection<EventTypeDoc>('eventTypes');
  await types.updateOne({ _id: type }, { $setOnInsert: { label, props: [], updatedAt } }, { upsert: true });
  for (const { path, type: valueType, label: propLabel, unit } of props) {
    const prop: EventProperty = { path, type: valueType, label: propLabel, unit, options: [] };
    await types.updateOne(
      { _id: type, 'props.path': { $ne: path } },
      { $push: { props: prop }, $set: { updatedAt } },
    );
  }
}

/** Adds options to a field, each once, and as many as there is room for. */
export async function addFieldOptions(db: Db, path: string, values: readonly string[]): Promise<void> {
  const fields = db.collection<FieldDoc>('fields');
  const field = await fields.findOne({ _id: path }, { projection: { options: 1 } });
  if (field === null) return;
  for (const option of missingOptions(field.options, values)) {
    await fields.updateOne(
      { _id: path, 'options.value': { $ne: option.value } },
      { $push: { options: option }, $set: { updatedAt: new Date() } },
    );
  }
}

/** Adds options to a property of an event type. */
export async function addPropertyOptions(
  db: Db,
  type: string,
  path: string,
  values: readonly string[],
): Promise<void> {
  const types = db.collection<EventTypeDoc>('eventTypes');
  const stored = await types.findOne({ _id: type }, { projection: { props: 1 } });
  const property = stored?.props.find((one) => one.path === path);
  if (property === undefined) return;
  for (const option of missingOptions(property.options, values)) {
    await types.updateOne(
      { _id: type, props: { $elemMatch: { path, 'options.value': { $ne: option.value } } } },
      { $push: { 'props.$.options': option }, $set: { updatedAt: new Date() } },
    );
  }
}

function missingOptions(known: readonly FieldOption[], values: readonly string[]): FieldOption[] {
  const have = new Set(known.map(({ value }) => value));
  const room = Math.max(0, MAX_OPTIONS - known.length);
  const missing = values.filter((value) => !have.has(value)).slice(0, room);
  return missing.map((value) => ({ value, label: { zh: value.slice(0, 80), en: value.slice(0, 80) } }));
}
