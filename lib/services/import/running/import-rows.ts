import type { Db } from 'mongodb';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { LeftOut } from '@/lib/contracts/left-out';
import { collection } from '@/lib/db/collections';
import { ImportDiscoveries } from '../catalogue/import-discoveries';
import { propertyGuard } from '../catalogue/property-guard';
import { hasEarlierKeys } from '../keys/earlier-keys';
import { type EventItem, EventItems } from '../keys/event-item';
import { RowText } from '../keys/row-text';
import { openFile } from '../open-file';
import type { RowSource } from '../reading/row-source';
import { CellFinder } from '../rows/cell-finder';
import { eventRowReader, type RowReader } from '../rows/event-row';
import type { OptionsOf } from '../rows/mapping-reader';
import { memberRowReader } from '../rows/member-row';
import type { WriteBatch } from '../writing/batch';
import { dryEvents, dryMembers } from '../writing/dry-run';
import type { ImportClaim } from '../writing/import-claim';
import { eventsWriter } from '../writing/write-events';
import { membersWriter } from '../writing/write-members';
import { type ProcessOptions, processRows, type Standing } from './process-rows';

export interface ImportOptions extends ImportClaim {
  mapping: ImportMapping;
  dryRun: boolean;
  /** `columns` are those known by then. */
  done: (
    standing: Standing,
    rejected: Parameters<ProcessOptions<unknown>['done']>[1],
    columns: readonly string[],
    merges: Parameters<ProcessOptions<unknown>['done']>[2],
  ) => Promise<void>;
  from?: Standing;
  batchSize?: number;
  signal?: AbortSignal;
}

/** Imports a file: reads it, tells the catalogue what is new, writes members or events. Also tells what was no row. */
export async function importFile(
  db: Db,
  path: string,
  options: ImportOptions,
): Promise<Standing & { leftOut: LeftOut }> {
  const source = await openFile(path, options.mapping.file);
  const standing = await importRows(db, source, source.isMended, options);
  return { ...standing, leftOut: source.leftOut };
}

/** Imports rows from anywhere; `mended` says that they come from one of our own files of rejected rows. */
export async function importRows(
  db: Db,
  source: RowSource,
  mended: boolean,
  options: ImportOptions,
): Promise<Standing> {
  const { mapping, dryRun, importId, fenced, abandonedAfterMs, plan, claiming, planned } = options;
  const claim = { importId, fenced, abandonedAfterMs, plan, claiming, planned };
  const fields = await collection(db, 'fields').find().toArray();
  const eventTypes = await collection(db, 'eventTypes').find().toArray();
  const cells = new CellFinder(source.columns);
  const discoveries = new ImportDiscoveries(db, mapping);
  const done: ProcessOptions<unknown>['done'] = (standing, rejected, merges) =>
    options.done(standing, rejected, source.columns, merges);
  const shared = { source, from: options.from, batchSize: options.batchSize, signal: options.signal, done };

  if (mapping.kind === 'members') {
    const optionsOf: OptionsOf = (path) => fields.find(({ _id }) => _id === path)?.options ?? [];
    const read = memberRowReader(mapping, cells, optionsOf);
    const write = dryRun ? dryMembers(db, mapping) : membersWriter(db, mapping, claim);
    return processRows({
      ...shared,
      read: noting(read, ({ attrs }) => discoveries.note(null, attrs)),
      write: dryRun ? write : telling(discoveries, write),
    });
  }

  const optionsOf: OptionsOf = (path) =>
    eventTypes.flatMap(({ props }) => props.find((prop) => prop.path === path)?.options ?? []);
  const read = eventRowReader(mapping, cells, optionsOf);
  const guard = propertyGuard(mapping, eventTypes);
  const items = new EventItems(mapping.source, await hasEarlierKeys(db));
  const text = new RowText(source.columns);
  const readItem: RowReader<EventItem> = (row) => {
    const result = read(row);
    if ('reasons' in result) return result;
    const reasons = guard(result.value);
    return reasons.length > 0 ? { reasons } : { value: items.of(result.value, () => text.of(row)) };
  };
  const write = dryRun ? dryEvents(db, mapping, mended) : eventsWriter(db, mapping, { ...claim, mended });
  return processRows({
    ...shared,
    read: noting(readItem, ({ row }) => discoveries.note(row.type, row.props)),
    write: dryRun ? write : telling(discoveries, write),
    // The nth row that says the same can only be counted from the beginning.
    reread: mapping.id === null,
  });
}

function noting<T>(read: RowReader<T>, note: (value: T) => void): RowReader<T> {
  return (row) => {
    const result = read(row);
    if ('value' in result) note(result.value);
    return result;
  };
}

/** The catalogue hears of a field before the first value of it is stored. */
function telling<T>(discoveries: ImportDiscoveries, write: WriteBatch<T>): WriteBatch<T> {
  return async (items) => {
    await discoveries.tell();
    return write(items);
  };
}
