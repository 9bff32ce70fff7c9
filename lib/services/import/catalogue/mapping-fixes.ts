import { type EventType, keySchema } from '@/lib/contracts/catalogue';
import type { EventsMapping, ImportMapping } from '@/lib/contracts/import-mapping';
import type { MappingFix } from '@/lib/contracts/imports';
import { differs, type Held } from '@/lib/services/catalogue/type-difference';
import { mappedFields } from './mapped-fields';

type Place = Held & { path: string };
type KnownType = Pick<EventType, 'type' | 'label'> & { props: readonly Place[] };

const longestKey = 64;

/** Another path beside a taken one, named after what it holds: `props.amount_usd`. */
export function otherPath(
  wanted: Place,
  places: readonly Place[],
  mapping: ImportMapping,
): Extract<MappingFix, { do: 'path' }>['path'] {
  const word = (wanted.type === 'money' && wanted.unit ? wanted.unit : wanted.type).toLowerCase();
  const mapped = new Set(mappedFields(mapping).map(({ path }) => path));
  const isFree = (path: string) =>
    !mapped.has(path) && !places.some((place) => place.path === path && differs(place, wanted));
  const [root, key] = split(wanted.path);
  return `${root}.${firstFree(key, word, (candidate) => isFree(`${root}.${candidate}`))}`;
}

/** Another event type for all the events of the file, named after where it is from: `cdnow_order`; one that they fit into. */
export function otherEventType(
  fixed: string,
  mapping: EventsMapping,
  known: readonly KnownType[],
): Extract<MappingFix, { do: 'eventType' }> {
  const fields = mappedFields(mapping);
  const fits = (type: string) => {
    const props = known.find((one) => one.type === type)?.props ?? [];
    return (
      type !== fixed && !fields.some((field) => props.some((p) => p.path === field.path && differs(p, field)))
    );
  };
  const from =
    mapping.source
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '') || 'other';
  const type = firstFree(from, fixed, fits);
  const label = known.find((one) => one.type === fixed)?.label ?? { zh: fixed, en: fixed };
  const place = mapping.source.trim() || type;
  return {
    do: 'eventType',
    type,
    label: { zh: `${label.zh}（${place}）`.slice(0, 80), en: `${label.en} (${place})`.slice(0, 80) },
  };
}

/** `amount_usd`, else `amount_usd_2` and so on. */
function firstFree(first: string, second: string, isFree: (key: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const end = `_${second}${n === 1 ? '' : `_${n}`}`.slice(-longestKey / 2);
    const key = `${first.slice(0, longestKey - end.length)}${end}`;
    if (isFree(key) && keySchema.safeParse(key).success) return key;
  }
}

function split(path: string): [root: string, key: string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}
