import type { Db } from 'mongodb';
import type { MemberRow } from '@/lib/contracts/members';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { FieldDoc, MemberDoc } from '@/lib/db/documents';
import { maskedIdentity, maskedValue, shownValue } from '@/lib/values/shown-value';
import { allFields } from './find-field';

/** Columns of a list: catalogue paths. Throws `unknown-column`. */
export async function readColumns(db: Db, paths: readonly string[]): Promise<FieldDoc[]> {
  if (paths.length === 0) return [];
  const fields = await allFields(db);
  return [...new Set(paths)].map((path) => {
    const field = fields.find(({ _id }) => _id === path);
    if (field === undefined) throw new Problem('unknown-column', { column: path });
    return field;
  });
}

/** What of a member a row with these columns shows. */
export function rowProjection(columns: readonly FieldDoc[]): Record<string, 1> {
  return {
    ord: 1,
    identities: 1,
    tags: 1,
    demo: 1,
    createdAt: 1,
    ...Object.fromEntries(columns.map(({ _id }) => [_id, 1] as const)),
  };
}

/** A member as a row. Identities and personal values are always masked: a list shows many people at once. */
export function toMemberRow(member: MemberDoc, columns: readonly FieldDoc[]): MemberRow {
  const values = columns.flatMap(({ _id: path, type, personal }) => {
    const value = shownValue(valueAt(member, path), type);
    return value === null ? [] : [[path, personal ? maskedValue(value, type) : value] as const];
  });
  return {
    id: member._id,
    ord: member.ord,
    identities: member.identities.map(maskedIdentity),
    tags: member.tags,
    values: Object.fromEntries(values),
    demo: member.demo === true,
    createdAt: member.createdAt.toISOString(),
  };
}

/** Rows of known members, in the order of `ids`; ids without a member are left out. Throws `unknown-column`. */
export async function memberRows(
  db: Db,
  ids: readonly string[],
  paths: readonly string[],
): Promise<MemberRow[]> {
  const columns = await readColumns(db, paths);
  const found = await collection(db, 'members')
    .find({ _id: { $in: [...ids] } }, { projection: rowProjection(columns) })
    .toArray();
  const byId = new Map(found.map((member) => [member._id, member]));
  return ids.flatMap((id) => {
    const member = byId.get(id);
    return member ? toMemberRow(member, columns) : [];
  });
}

/** The value at a catalogue path: of a built-in field, or one step below `attrs` or `metrics`. */
export function valueAt(member: MemberDoc, path: string): unknown {
  const dot = path.indexOf('.');
  if (dot < 0) return ownValue(member, path);
  return ownValue(ownValue(member, path.slice(0, dot)), path.slice(dot + 1));
}

function ownValue(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return undefined;
  return Reflect.get(object, key);
}
