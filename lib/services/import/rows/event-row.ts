import { keySchema } from '@/lib/contracts/catalogue';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Identity } from '@/lib/db/documents';
import { cellText } from '@/lib/values/cell';
import { type EmptyWords, emptyWords } from '@/lib/values/empty-words';
import { identityText } from '@/lib/values/identity-text';
import { localToInstant } from '@/lib/values/local-time';
import { type StoredValue, valueReader } from '@/lib/values/value-reader';
import type { Row } from '../reading/row';
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
  const empty = emptyWords(mapping.empty);
  const props = columnReaders(mapping.props, { toInstant, optionsOf, empty });
  const readAt = valueReader(
    { type: 'date', format: mapping.at.format },
    { toInstant, optionOf: () => undefined, empty },
  );
  const readType = typeReader(mapping, cells, empty);

  return (row) => {
    if (row.reason) return { reasons: [row.reason] };
    const reasons: ImportReason[] = [];
    const identities = readIdentities(row, mapping.identities, { cells, empty }, reasons);
    const type = readType(row, reasons);
    const at = readAt(cells.cell(row, mapping.at.column));
    if ('reason' in at) reasons.push({ ...at.reason, column: mapping.at.column });
    else if (at.value === undefined) reasons.push({ code: 'no-date', column: mapping.at.column, params: {} });
    const values = readValues(row, props, cells, reasons);
    const id = mapping.id === null ? null : readId(row, mapping.id, { cells, empty }, reasons);
    if (reasons.length > 0 || !('value' in at) || !(at.value instanceof Date)) return { reasons };
    return { value: { identities, type, at: at.value, props: values, id } };
  };
}

/** Empty with a reason when there is none. */
function readId(
  row: Row,
  column: string,
  { cells, empty }: { cells: CellFinder; empty: EmptyWords },
  reasons: ImportReason[],
): string {
  const id = identityText(cells.cell(row, column), empty);
  if ('reason' in id) reasons.push({ ...id.reason, column });
  else if (id.value === '') reasons.push({ code: 'no-event-id', column, params: {} });
  return 'value' in id ? id.value : '';
}

function typeReader(
  mapping: EventsMapping,
  cells: CellFinder,
  empty: EmptyWords,
): (row: Row, reasons: ImportReason[]) => string {
  const { eventType } = mapping;
  if ('fixed' in eventType) return () => eventType.fixed;
  const { column } = eventType;
  const types = new Map(eventType.words.map(({ word, type }) => [word.trim(), type]));
  return (row, reasons) => {
    const cell = cells.cell(row, column);
    // A word that the mapping names means what it says there, be it `true` or `-`.
    const named = types.get(cellText(cell).trim());
    if (named !== undefined) return named;
    const word = identityText(cell, empty);
    if ('reason' in word) {
      reasons.push({ ...word.reason, column });
      return '';
    }
    const type = types.get(word.value) ?? keySchema.safeParse(word.value).data;
    if (type !== undefined) return type;
    const code = word.value === '' ? 'no-event-type' : 'unknown-event-type';
    reasons.push({ code, column, params: { value: word.value.slice(0, 60) } });
    return '';
  };
}
