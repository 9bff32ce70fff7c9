import type { FieldOption } from '@/lib/contracts/catalogue';
import type { IdentityColumn, ValueSpec } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Identity } from '@/lib/db/documents';
import type { EmptyWords } from '@/lib/values/empty-words';
import { identityText } from '@/lib/values/identity-text';
import { normaliseIdentity } from '@/lib/values/identity-value';
import type { LocalToInstant } from '@/lib/values/local-time';
import { type StoredValue, type ValueReader, valueReader } from '@/lib/values/value-reader';
import type { Row } from '../reading/row';
import type { CellFinder } from './cell-finder';
import { optionIndex } from './option-index';

/** Options of a catalogue path; empty when it has none. */
export type OptionsOf = (path: string) => readonly FieldOption[];

export interface ColumnReader {
  column: string;
  path: string;
  read: ValueReader;
}

/** Readers for the value columns of a mapping. */
export function columnReaders(
  columns: readonly { column: string; path: string; value: ValueSpec }[],
  { toInstant, optionsOf, empty }: { toInstant: LocalToInstant; optionsOf: OptionsOf; empty: EmptyWords },
): ColumnReader[] {
  return columns.map(({ column, path, value }) => ({
    column,
    path,
    read: valueReader(value, { toInstant, optionOf: optionIndex(optionsOf(path)), empty }),
  }));
}

/** Values of a row by path; what is empty is left out, what can't be read goes to `reasons`. */
export function readValues(
  row: Row,
  readers: readonly ColumnReader[],
  cells: CellFinder,
  reasons: ImportReason[],
): Map<string, StoredValue> {
  const values = new Map<string, StoredValue>();
  for (const { column, path, read } of readers) {
    const result = read(cells.cell(row, column));
    if ('reason' in result) reasons.push({ ...result.reason, column });
    else if (result.value !== undefined) values.set(path, result.value);
  }
  return values;
}

/** The identities of a row in the mapping's order, each once. None at all is a reason. */
export function readIdentities(
  row: Row,
  columns: readonly IdentityColumn[],
  { cells, empty }: { cells: CellFinder; empty: EmptyWords },
  reasons: ImportReason[],
): Identity[] {
  const identities: Identity[] = [];
  let failed = false;
  for (const { column, type } of columns) {
    const text = identityText(cells.cell(row, column), empty);
    if ('value' in text && text.value === '') continue;
    const result = 'reason' in text ? text : normaliseIdentity(type, text.value);
    if ('reason' in result) {
      failed = true;
      reasons.push({ ...result.reason, column });
    } else if (!identities.some((one) => one.type === type && one.value === result.value)) {
      identities.push({ type, value: result.value });
    }
  }
  if (identities.length === 0 && !failed) {
    reasons.push({ code: 'no-identity', column: columns[0]?.column ?? null, params: {} });
  }
  return identities;
}
