import type { Db } from 'mongodb';
import type { EventProperty, FieldOption, FieldType } from '@/lib/contracts/catalogue';
import type { LocalText } from '@/lib/contracts/local-text';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { differs, heldText } from './type-difference';

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

/**
 * Adds fields that aren't in the catalogue yet; what people have edited stays as it is. Throws `mapping-differs` when
 * somebody else has added one of another type in the meantime.
 */
export async function addFields(db: Db, fields: readonly Discovered[]): Promise<void> {
  const updatedAt = new Date();
  const stored = collection(db, 'fields');
  for (const { path, ...field } of fields) {
    const onInsert = { ...field, options: [], origin: 'discovered' as const, updatedAt };
    await once(stored.updateOne({ _id: path }, { $setOnInsert: onInsert }, { upsert: true }));
  }
  const now = await stored.find({ _id: { $in: fields.map(({ path }) => path) } }).toArray();
  refuseOther(
    fields,
    now.map(({ _id: path, type, unit }) => ({ path, type, unit })),
  );
}

/** Adds an event type, and to one that is there the properties it lacks. Throws `mapping-differs` like `addFields`. */
export async function addEventType(
  db: Db,
  type: string,
  label: LocalText,
  props: readonly Discovered[],
): Promise<void> {
  const updatedAt = new Date();
  const types = collection(db, 'eventTypes');
  await once(
    types.updateOne({ _id: type }, { $setOnInsert: { label, props: [], updatedAt } }, { upsert: true }),
  );
  for (const { path, type: valueType, label: propLabel, unit } of props) {
    const prop: EventProperty = { path, type: valueType, label: propLabel, unit, options: [] };
    await types.updateOne(
      { _id: type, 'props.path': { $ne: path } },
      { $push: { props: prop }, $set: { updatedAt } },
    );
  }
  const now = await types.findOne({ _id: type }, { projection: { props: 1 } });
  refuseOther(props, now?.props ?? []);
}

/** Of two upserts at once the second may find that the first was quicker: what it wanted is there. */
async function once(upsert: Promise<unknown>): Promise<void> {
  try {
    await upsert;
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
  }
}

function refuseOther(
  wanted: readonly Discovered[],
  stored: readonly Pick<Discovered, 'path' | 'type' | 'unit'>[],
): void {
  for (const field of wanted) {
    const { path } = field;
    const other = stored.find((one) => one.path === path && differs(one, field));
    if (!other) continue;
    const [is, read] = [heldText(other), heldText(field)];
    const why = {
      zh: `刚才另一次导入把 ${path} 定为${is.zh}，这里却按${read.zh}读取，请换一个字段来存`,
      en: `another import has just made ${path} hold ${is.en}, but here it is read as ${read.en}: store it in another field`,
    };
    throw new Problem('mapping-differs', { why });
  }
}

/** Adds options to a field, each once, and as many as there is room for. */
export async function addFieldOptions(db: Db, path: string, values: readonly string[]): Promise<void> {
  const fields = collection(db, 'fields');
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
  const types = collection(db, 'eventTypes');
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
