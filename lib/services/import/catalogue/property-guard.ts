import type { EventsMapping } from '@/lib/contracts/import-mapping';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import type { EventTypeDoc } from '@/lib/db/documents';
import type { EventRow } from '../rows/event-row';
import { mappedFields } from './mapped-fields';
import { difference } from './mapping-problems';

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
      if (!place || difference(place, given) === null) return [];
      return [[path, { code: 'property-type-differs', column, params: { type, path } }]];
    });
    return new Map(entries);
  };

  return ({ type, props }) => {
    const reasons = byType.get(type) ?? reasonsFor(type);
    byType.set(type, reasons);
    return reasons.size === 0 ? [] : [...props.keys()].flatMap((path) => reasons.get(path) ?? []);
  };
}
