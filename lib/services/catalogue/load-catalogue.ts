import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { EventTypeDoc, FieldDoc } from '@/lib/db/documents';
import { segmentReferences, tagReferences } from '@/lib/services/definitions/references';
import type { Catalogue, EventType, Field } from '@/rules-engine/index';
import { builtInFields } from './built-in-fields';

/** Everything that a compile knows of the workspace, read anew: rules always see the current catalogue. */
export async function loadCatalogue(db: Db): Promise<Catalogue> {
  const [fields, eventTypes, lists, tags, segments] = await Promise.all([
    collection(db, 'fields').find().sort({ _id: 1 }).toArray(),
    collection(db, 'eventTypes').find().sort({ _id: 1 }).toArray(),
    collection(db, 'lists').find().sort({ _id: 1 }).toArray(),
    tagReferences(db),
    segmentReferences(db),
  ]);
  return {
    fields: byKey([...builtInFields, ...fields.map(toField)], (field) => field.path),
    eventTypes: byKey(eventTypes.map(toEventType), (eventType) => eventType.type),
    tags: byKey(tags, (tag) => tag.key),
    segments: byKey(segments, (segment) => segment.key),
    lists: byKey(
      lists.map(({ _id, label, matched }) => ({ id: _id, label, matched })),
      (list) => list.id,
    ),
  };
}

function toField({ _id, type, label, unit, options, personal }: FieldDoc): Field {
  return { path: _id, type, label, unit, options, personal };
}

function toEventType({ _id, label, props }: EventTypeDoc): EventType {
  return {
    type: _id,
    label,
    props: byKey(
      props.map((prop) => ({ ...prop, personal: false })),
      (prop) => prop.path,
    ),
  };
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Record<string, T> {
  return Object.fromEntries(items.map((item) => [key(item), item]));
}
