import type { Db } from 'mongodb';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { Preview, PreviewAnswer } from '@/lib/contracts/imports';
import { collection } from '@/lib/db/collections';
import type { Identity } from '@/lib/db/documents';
import { cellText } from '@/lib/values/cell';
import { shownDate } from '@/lib/values/shown-value';
import type { StoredValue } from '@/lib/values/value-reader';
import { mappedFields } from '../catalogue/mapped-fields';
import { toReason } from '../records/rejects';
import { CellFinder } from '../rows/cell-finder';
import { eventRowReader, type RowReader } from '../rows/event-row';
import type { OptionsOf } from '../rows/mapping-reader';
import { memberRowReader } from '../rows/member-row';
import { presentUpload } from '../uploads/upload-file';
import { columnProblems } from './file-problems';
import { sampleRows } from './sample-rows';

type Shown = NonNullable<PreviewAnswer['rows'][number]['stored']>;

/** The first rows as they would be stored, and what would keep the import from starting. Throws `upload-gone`. */
export async function previewImport(db: Db, { upload, mapping, rows }: Preview): Promise<PreviewAnswer> {
  const { path } = await presentUpload(upload);
  const sample = await sampleRows(path, mapping.file, rows);
  const read = await rowReader(db, mapping, sample.columns);
  return {
    columns: sample.columns,
    rows: sample.rows.map((row) => {
      const result = read(row);
      const reasons = 'reasons' in result ? result.reasons.map(toReason) : [];
      return {
        line: row.line,
        cells: Array.from(row.cells, cellText),
        stored: 'value' in result ? result.value : null,
        reasons,
      };
    }),
    problems: await columnProblems(db, sample.columns, mapping),
  };
}

async function rowReader(
  db: Db,
  mapping: ImportMapping,
  columns: readonly string[],
): Promise<RowReader<Shown>> {
  const cells = new CellFinder(columns);
  if (mapping.kind === 'members') {
    const fields = await collection(db, 'fields').find().toArray();
    const read = memberRowReader(
      mapping,
      cells,
      (path) => fields.find(({ _id }) => _id === path)?.options ?? [],
    );
    return mapped(read, ({ identities, attrs, consent }) => ({
      ...shownIdentities(identities),
      ...shownValues(attrs, mapping),
      ...Object.fromEntries(consent.map(({ channel, agreed }) => [`consent.${channel}`, agreed])),
    }));
  }
  const types = await collection(db, 'eventTypes').find().toArray();
  const optionsOf: OptionsOf = (path) =>
    types.flatMap(({ props }) => props.find((prop) => prop.path === path)?.options ?? []);
  return mapped(eventRowReader(mapping, cells, optionsOf), ({ identities, type, at, props, id }) => ({
    ...shownIdentities(identities),
    type,
    at: at.toISOString(),
    ...(id === null ? {} : { id }),
    ...shownValues(props, mapping),
  }));
}

function mapped<T>(read: RowReader<T>, show: (value: T) => Shown): RowReader<Shown> {
  return (row) => {
    const result = read(row);
    return 'value' in result ? { value: show(result.value) } : result;
  };
}

function shownIdentities(identities: readonly Identity[]): Shown {
  return Object.fromEntries(identities.map(({ type, value }) => [`identities.${type}`, value]));
}

function shownValues(values: ReadonlyMap<string, StoredValue>, mapping: ImportMapping): Shown {
  const types = new Map(mappedFields(mapping).map(({ path, type }) => [path, type]));
  return Object.fromEntries(
    [...values].map(([path, value]) => [
      path,
      value instanceof Date ? shownDate(value, types.get(path) ?? 'date') : value,
    ]),
  );
}
