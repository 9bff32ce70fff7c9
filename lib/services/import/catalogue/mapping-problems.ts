import type { EventType, Field } from '@/lib/contracts/catalogue';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { MappingProblem } from '@/lib/contracts/imports';
import type { LocalText } from '@/lib/contracts/local-text';
import { differs, heldText } from '@/lib/services/catalogue/type-difference';
import { mappedColumns } from '../rows/mapped-columns';
import { mappedFields } from './mapped-fields';
import { otherEventType, otherPath } from './mapping-fixes';

type Place = Pick<Field, 'path' | 'type' | 'unit'>;

interface Known {
  fields: readonly Place[];
  eventTypes: readonly (Pick<EventType, 'type' | 'label'> & { props: readonly Place[] })[];
}

/**
 * What keeps an import from starting: columns that aren't there, types that differ from the catalogue's; and what could be
 * done instead.
 */
export function mappingProblems(
  mapping: ImportMapping,
  columns: readonly string[],
  known: Known,
): MappingProblem[] {
  return [...missingColumns(mapping, columns), ...differences(mapping, known)];
}

/** All of it in one sentence, for whoever sees only that. */
export function whyNot(problems: readonly MappingProblem[]): LocalText {
  return {
    zh: problems.map(({ message }) => message.zh).join('；'),
    en: problems.map(({ message }) => message.en).join('; '),
  };
}

function missingColumns(mapping: ImportMapping, columns: readonly string[]): MappingProblem[] {
  // An NDJSON object leaves out what it has no value for: a key may come later in the file.
  if (mapping.file.format === 'ndjson') return [];
  const known = new Set(columns);
  return [...new Set(mappedColumns(mapping))]
    .filter((column) => !known.has(column))
    .map((column) => ({
      column,
      message: { zh: `文件里没有“${column}”这一列`, en: `the file has no column “${column}”` },
      fixes: [],
    }));
}

function differences(mapping: ImportMapping, known: Known): MappingProblem[] {
  // A word's type that only turns up in the file is checked row by row.
  const fixed = mapping.kind === 'events' && 'fixed' in mapping.eventType ? mapping.eventType.fixed : null;
  const type = known.eventTypes.find((one) => one.type === fixed);
  const places = mapping.kind === 'members' ? known.fields : (type?.props ?? []);
  return mappedFields(mapping).flatMap((field) => {
    const place = places.find(({ path }) => path === field.path);
    if (!place || !differs(place, field)) return [];
    const { column, path } = field;
    const [is, given] = [heldText(place), heldText(field)];
    const other = otherPath(field, places, mapping);
    const at = {
      zh: type ? `行为“${type.label.zh}”的 ${path}` : path,
      en: type ? `${path} of the event “${type.label.en}”` : path,
    };
    const message = {
      zh: `“${column}”列按${given.zh}读取，而${at.zh} 存的是${is.zh}：可以改存到 ${other}`,
      en: `the column “${column}” is read as ${given.en}, but ${at.en} holds ${is.en}: store it as ${other} instead`,
    };
    const toPath = { do: 'path', column, path: other } as const;
    if (mapping.kind === 'members' || fixed === null) return [{ column, message, fixes: [toPath] }];
    const toType = otherEventType(fixed, mapping, known.eventTypes);
    return [
      {
        column,
        message: {
          zh: `${message.zh}，或者整个文件换一个行为类型，例如 ${toType.type}`,
          en: `${message.en}, or use another kind of event for the whole file, such as ${toType.type}`,
        },
        fixes: [toPath, toType],
      },
    ];
  });
}
