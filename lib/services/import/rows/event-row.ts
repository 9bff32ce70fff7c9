import { keySchema } from '@/lib/contracts/catalogue';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Identity } from '@/lib/db/documents';
import type { Row } from '../reading/row';
import { cellText } from '../values/cell';
import { localToInstant } from '../values/local-time';
import { type StoredValue, valueReader } from '../values/value-reader';
import type { CellFinder } from './cell-finder';
import { columnReaders, type OptionsOf, readIdentities, readValues } from './mapping-reader';

/** An event as the row says it, before its member is known. */
export interface EventRow {
  identities: Identity[];
  type: string;
  at: Date;
  /** By path: `props.amount`. */
  props: Map<string, StoredValue>;
  /** The event's own id in its source, when the mapping names a column for it. */
  id: string | null;
}

export type RowReader<T> = (row: Row) => { value: T } | { reasons: ImportReason[] };

/** The reader of an events mapping. A row with anything wrong is rejected whole, with every reason. */
export function eventRowReader(
  mapping: EventsMapping,
  cells: CellFinder,
  optionsOf: OptionsOf,
): RowReader<EventRow> {
  const toInstant = localToInstant(mapping.timeZone);
  const props = columnReaders(mapping.props, toInstant, optionsOf);
  const readAt = valueReader(
    { type: 'date', format: mapping.at.format },
    { toInstant, optionOf: () => undefined },
  );
  const readType = typeReader(mapping, cells);

  return (row) => {
    if (row.reason) return { reasons: [row.reason] };
    const reasons: ImportReason[] = [];
    const identities = readIdentities(row, mapping.identities, cells, reasons);
    const type = readType(row, reasons);
    const at = readAt(cells.cell(row, mapping.at.column));
    if ('reason' in at) reasons.push({ ...at.reason, column: mapping.at.column });
    else if (at.value === undefined) reasons.push({ code: 'no-date', column: mapping.at.column, params: {} });
    const values = readValues(row, props, cells, reasons);
    const id = mapping.id === null ? null : cellText(cells.cell(row, mapping.id)).trim();
    if (id === '') reasons.push({ code: 'no-event-id', column: mapping.id, params: {} });
    if (reasons.length > 0 || !('value' in at) || !(at.value instanceof Date)) return { reasons };
    return { value: { identities, type, at: at.value, props: values, id } };
  };
}

function typeReader(
  mapping: EventsMapping,
  cells: CellFinder,
): (row: Row, reasons: ImportReason[]) => string {
  const { eventType } = mapping;
  if ('fixed' in eventType) return () => eventType.fixed;
  const types = new Map(eventType.words.map(({ word, type }) => [word.trim(), type]));
  return (row, reasons) => {
    const word = cellText(cells.cell(row, eventType.column)).trim();
    const type = types.get(word) ?? keySchema.safeParse(word).data;
    if (type !== undefined) return type;
    const code = word === '' ? 'no-event-type' : 'unknown-event-type';
    reasons.push({ code, column: eventType.column, params: { value: word.slice(0, 60) } });
    return '';
  };
}
