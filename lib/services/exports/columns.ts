import type { MemberDoc } from '@/lib/db/documents';
import { maskIdentity, maskValue } from '@/lib/values/masking';
import { shownDate } from '@/lib/values/shown-value';
import { type Field, type FieldType, lookUp } from '@/rules-engine/index';

/** A cell of the file: text of a CSV, a JSON value of NDJSON; null where there is none. */
export type Cell = string | number | boolean | null | string[];

/** One column: where it is read, and how. `value` is the tag's value that the member is exported with. */
export interface Column {
  path: string;
  personal: boolean;
  read(member: MemberDoc, value: string): Cell;
}

const fixed: Readonly<Record<string, Omit<Column, 'path'>>> = {
  id: { personal: false, read: (member) => member._id },
  value: { personal: false, read: (_, value) => value },
  tags: { personal: false, read: (member) => member.tags },
  createdAt: { personal: false, read: (member) => member.createdAt.toISOString() },
};

/** The column at a path of `exportOptionsSchema`; null when there is no such. Masked columns hide personal data. */
export function exportColumn(
  path: string,
  fields: Readonly<Record<string, Field>>,
  masked: boolean,
): Column | null {
  const known = lookUp(fixed, path);
  if (known) return { path, ...known };
  if (path.startsWith('identities.')) return identityColumn(path, path.slice('identities.'.length), masked);
  const field = lookUp(fields, path);
  const [root, key] = path.split('.');
  if (!field || key === undefined || (root !== 'attrs' && root !== 'metrics')) return null;
  const hide = masked && field.personal;
  return {
    path,
    personal: field.personal,
    read(member) {
      const value = cell(Object.hasOwn(member[root], key) ? member[root][key] : null, field.type);
      return hide && value !== null ? maskValue(value, field.type) : value;
    },
  };
}

/** Identities are personal data, all of them: they reach a member. */
function identityColumn(path: string, type: string, masked: boolean): Column {
  return {
    path,
    personal: true,
    read(member) {
      const found = member.identities.filter((identity) => identity.type === type);
      if (found.length === 0) return null;
      return found.map(({ value }) => (masked ? maskIdentity(type, value) : value)).join(' ');
    },
  };
}

function cell(value: unknown, type: FieldType): Cell {
  if (value instanceof Date) return shownDate(value, type);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
}
