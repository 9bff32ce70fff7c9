import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { EventTypeDoc } from '@/lib/db/documents';
import { differs, heldText } from '@/lib/services/catalogue/type-difference';
import type { EventRow } from '../rows/event-row';
import { mappedFields } from './mapped-fields';

/** Rejects values whose property has another type in the catalogue, for files with several event types. */
export function propertyGuard(
  mapping: EventsMapping,
  eventTypes: readonly EventTypeDoc[],
): (row: EventRow) => ImportReason[] {
  const fields = mappedFields(mapping);
  const byType = new Map<string, ReadonlyMap<string, ImportReason>>();

  const reasonsFor = (type: string): ReadonlyMap<string, ImportReason> => {
    const props = eventTypes.find(({ _id }) => _id === type)?.props ?? [];
    const entries = fields.flatMap(({ path, column, ...given }): [string, ImportReason][] => {
      const place = props.find((prop) => prop.path === path);
      if (!place || !differs(place, given)) return [];
      const [is, read] = [heldText(place), heldText(given)];
      const params = { type, path, isZh: is.zh, isEn: is.en, readZh: read.zh, readEn: read.en };
      return [[path, { code: 'property-holds-other', column, params }]];
    });
    return new Map(entries);
  };

  return ({ type, props }) => {
    const reasons = byType.get(type) ?? reasonsFor(type);
    byType.set(type, reasons);
    return reasons.size === 0 ? [] : [...props.keys()].flatMap((path) => reasons.get(path) ?? []);
  };
}
