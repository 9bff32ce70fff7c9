import type { EventType, Field, FieldType, LocalText } from '@/lib/contracts/catalogue';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import { typeNames } from '@/lib/services/catalogue/type-names';
import { mappedColumns } from '../rows/mapped-columns';
import { mappedFields } from './mapped-fields';

export interface MappingProblem {
  column: string | null;
  message: LocalText;
}

type Place = Pick<Field, 'path' | 'type' | 'unit'>;

/** What keeps an import from starting: columns that aren't there, types that differ from the catalogue's. */
export function mappingProblems(
  mapping: ImportMapping,
  columns: readonly string[],
  catalogue: {
    fields: readonly Place[];
    eventTypes: readonly (Pick<EventType, 'type'> & { props: readonly Place[] })[];
  },
): MappingProblem[] {
  return [...missingColumns(mapping, columns), ...differences(mapping, placesOf(mapping, catalogue))];
}

function missingColumns(mapping: ImportMapping, columns: readonly string[]): MappingProblem[] {
  // An NDJSON object leaves out what it has no value for: a key may come later in the file.
  if (mapping.file.format === 'ndjson') return [];
  const known = new Set(columns);
  return [...new Set(mappedColumns(mapping))]
    .filter((column) => !known.has(column))
    .map((column) => ({
      column,
      message: { zh: `文件里没有“${column}”这一列`, en: `The file has no column “${column}”` },
    }));
}

/** A word's type that only turns up in the file is checked row by row. */
function placesOf(
  mapping: ImportMapping,
  catalogue: Parameters<typeof mappingProblems>[2],
): readonly Place[] {
  if (mapping.kind === 'members') return catalogue.fields;
  const { eventType } = mapping;
  return 'fixed' in eventType
    ? (catalogue.eventTypes.find(({ type }) => type === eventType.fixed)?.props ?? [])
    : [];
}

function differences(mapping: ImportMapping, places: readonly Place[]): MappingProblem[] {
  return mappedFields(mapping).flatMap(({ column, path, type, unit }) => {
    const place = places.find((one) => one.path === path);
    const message = place ? difference(place, { type, unit }) : null;
    return message ? [{ column, message }] : [];
  });
}

/** How a mapped value differs from what the catalogue says of its place; null when it fits. */
export function difference(
  place: Place,
  { type, unit }: { type: FieldType; unit: string | null },
): LocalText | null {
  if (place.type !== type) {
    const [is, given] = [typeNames[place.type], typeNames[type]];
    return {
      zh: `${place.path} 的类型是“${is.zh}”，这里却按“${given.zh}”读取`,
      en: `${place.path} is of type ${is.en}, but is read here as ${given.en}`,
    };
  }
  if (type === 'money' && place.unit !== unit) {
    return {
      zh: `${place.path} 的币种是 ${place.unit}，这里却是 ${unit}`,
      en: `${place.path} is in ${place.unit}, but here in ${unit}`,
    };
  }
  return null;
}
