import type { MembersMapping } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { Identity } from '@/lib/db/documents';
import { emptyWords } from '@/lib/values/empty-words';
import { localToInstant } from '@/lib/values/local-time';
import { type StoredValue, valueReader } from '@/lib/values/value-reader';
import type { CellFinder } from './cell-finder';
import type { RowReader } from './event-row';
import { columnReaders, type OptionsOf, readIdentities, readValues } from './mapping-reader';

/** What one row says of a member. */
export interface MemberRow {
  identities: Identity[];
  /** By path: `attrs.city`. */
  attrs: Map<string, StoredValue>;
  /** Agreed or not, by channel; a purpose that no column speaks of is left as it is. */
  consent: { channel: string; purposes: readonly string[]; agreed: boolean }[];
}

/** The reader of a members mapping. A row with anything wrong is rejected whole, with every reason. */
export function memberRowReader(
  mapping: MembersMapping,
  cells: CellFinder,
  optionsOf: OptionsOf,
): RowReader<MemberRow> {
  const toInstant = localToInstant(mapping.timeZone);
  const empty = emptyWords(mapping.empty);
  const attributes = columnReaders(mapping.attributes, { toInstant, optionsOf, empty });
  const readAgreed = valueReader({ type: 'boolean' }, { toInstant, optionOf: () => undefined, empty });

  return (row) => {
    if (row.reason) return { reasons: [row.reason] };
    const reasons: ImportReason[] = [];
    const identities = readIdentities(row, mapping.identities, { cells, empty }, reasons);
    const attrs = readValues(row, attributes, cells, reasons);
    const consent: MemberRow['consent'] = [];
    for (const { column, channel, purposes } of mapping.consent) {
      const agreed = readAgreed(cells.cell(row, column));
      if ('reason' in agreed) reasons.push({ ...agreed.reason, column });
      else if (typeof agreed.value === 'boolean') consent.push({ channel, purposes, agreed: agreed.value });
    }
    return reasons.length > 0 ? { reasons } : { value: { identities, attrs, consent } };
  };
}
