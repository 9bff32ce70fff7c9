import type { AnyBulkWriteOperation, Db } from 'mongodb';
import {
  type FieldType,
  type TypeChange,
  type TypeChangeAnswer,
  zoneInChange,
} from '@/lib/contracts/catalogue';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { getSettings } from '@/lib/ground/settings/settings';
import { everyMember, type RollCall } from '@/lib/members/roll-call';
import { editableField } from '@/lib/workspace/find-field';
import { type ConvertValue, isBetweenInstantAndDay, turnedText, valueConverter } from './convert-value';
import { forgetFill } from './field-fill';
import { forgetValues } from './field-values';
import { typeNames } from './type-difference';
import { refuseIfUsed } from './usage';

const BATCH = 2_000;
const SAMPLES = 10;
const NUMERIC: ReadonlySet<FieldType> = new Set(['number', 'money']);

/**
 * Changes the type of a field that no rule reads, and turns the stored values into the new type. Without `apply` it only
 * counts. Values that fit neither way are removed if `dropUnfit` says so. Safe to repeat after an interruption: instants and
 * calendar days, which are told apart by nothing, go by way of texts, and the field says when all of them are texts.
 * Throws `not-found`, `invalid-input`, `in-use`, `values-do-not-fit`.
 */
export async function changeType(
  db: Db,
  actor: Actor,
  path: string,
  change: TypeChange,
  signal?: AbortSignal,
): Promise<TypeChangeAnswer> {
  const field = await editableField(db, path);
  const { type: from, turning } = field;
  if (turning !== undefined && turning !== change.type)
    throw new Problem('invalid-input', unfinished(path, turning));
  if (change.apply) await refuseIfUsed(db, { kind: 'field', path }, field.label);
  await refuseNumericChange(db, path, from, change.type);
  const timeZone = change.timeZone ?? (await getSettings(db)).timeZone;
  const convert = valueConverter({ type: turning ?? from, unit: field.unit }, change, timeZone);
  const counted = await eachValue(db, path, convert, null, signal);
  const zone = zoneInChange(from, change.type) === null ? null : timeZone;
  const answer = { path, from, to: change.type, timeZone: zone, ...counted, applied: false };
  if (!change.apply) return answer;
  if (counted.unfit > 0 && !change.dropUnfit)
    throw new Problem('values-do-not-fit', { path, n: counted.unfit });
  if (turning === undefined && isBetweenInstantAndDay(from, change.type)) {
    await eachValue(db, path, (value) => turnedText(value, change, timeZone), new Date(), signal);
    await collection(db, 'fields').updateOne({ _id: path }, { $set: { turning: change.type } });
    await eachValue(db, path, valueConverter(change, change, timeZone), new Date(), signal);
  } else await eachValue(db, path, convert, new Date(), signal);
  await collection(db, 'fields').updateOne(
    { _id: path },
    {
      $set: { type: change.type, unit: change.unit, origin: 'edited', updatedAt: new Date() },
      $unset: { turning: true },
    },
  );
  forgetFill();
  forgetValues();
  await audit(db, actor, 'field.change-type', `field:${path}`, {
    from,
    to: change.type,
    ...(zone === null ? {} : { timeZone: zone }),
    removed: counted.unfit,
  });
  return { ...answer, applied: true };
}

function unfinished(path: string, to: FieldType) {
  const why = {
    zh: `上一次改成“${typeNames[to].zh}”没有做完，请先把它做完，再改成别的类型`,
    en: `its last change, to ${typeNames[to].en}, wasn’t finished: finish it before another`,
  };
  return { where: path, why };
}

/** Both are stored as numbers: after an interruption nobody could tell which of them were multiplied already. */
async function refuseNumericChange(db: Db, path: string, from: FieldType, to: FieldType): Promise<void> {
  if (from === to || !NUMERIC.has(from) || !NUMERIC.has(to)) return;
  const holders = await collection(db, 'members').countDocuments({ [path]: { $exists: true } }, { limit: 1 });
  if (holders === 0) return;
  const why = {
    zh: '数字与金额之间不能直接转换，请新建字段并重新导入',
    en: 'numbers can’t be turned into money or back: make a new field and import again',
  };
  throw new Problem('invalid-input', { where: path, why });
}

/** Looks at every value; with `writeAt` stores those that change and removes those that don't fit. Throws `members-missed`. */
function eachValue(
  db: Db,
  path: string,
  convert: ConvertValue,
  writeAt: Date | null,
  signal?: AbortSignal,
): Promise<{ fits: number; unfit: number; samples: string[] }> {
  return everyMember(db, `values of ${path}`, signal, (roll) =>
    pass(db, path, convert, writeAt, roll, signal),
  );
}

async function pass(
  db: Db,
  path: string,
  convert: ConvertValue,
  writeAt: Date | null,
  roll: RollCall,
  signal: AbortSignal | undefined,
): Promise<{ fits: number; unfit: number; samples: string[] }> {
  const members = collection(db, 'members');
  const key = path.slice(path.indexOf('.') + 1);
  const result = { fits: 0, unfit: 0, samples: [] as string[] };
  let writes: AnyBulkWriteOperation<MemberDoc>[] = [];
  const flush = async () => {
    signal?.throwIfAborted();
    if (writes.length > 0) await members.bulkWrite(writes, { ordered: false });
    writes = [];
  };
  for await (const { _id, ord, attrs } of members.find(
    {},
    { projection: { ord: 1, [path]: 1 }, batchSize: BATCH },
  )) {
    roll.saw(ord);
    if (attrs === undefined || !Object.hasOwn(attrs, key)) continue;
    const value = attrs[key];
    const next = convert(value);
    if (next !== null) result.fits += 1;
    else {
      result.unfit += 1;
      if (result.samples.length < SAMPLES) result.samples.push(String(value).slice(0, 100));
    }
    if (writeAt !== null && !same(value, next)) {
      const update =
        next === null
          ? { $unset: { [path]: true as const }, $set: { updatedAt: writeAt } }
          : { $set: { [path]: next, updatedAt: writeAt } };
      // An import may have put another value there since it was read.
      writes.push({ updateOne: { filter: { _id, [path]: value }, update } });
      if (writes.length >= BATCH) await flush();
    }
  }
  await flush();
  return result;
}

function same(a: unknown, b: unknown): boolean {
  return (
    JSON.stringify([a, typeof a, a instanceof Date]) === JSON.stringify([b, typeof b, b instanceof Date])
  );
}
