import type { Db } from 'mongodb';
import type { CatalogueAnswer, CatalogueQuery, EventType, Field, Fill } from '@/lib/contracts/catalogue';
import { collection } from '@/lib/db/collections';
import type { EventTypeDoc, FieldDoc } from '@/lib/db/documents';
import { matchesSearch } from '@/lib/values/text-search';
import { allFields } from '@/lib/workspace/find-field';
import { identityTypes } from '@/lib/workspace/identity-types';
import { fieldFill } from './field-fill';

/** Fields and event types that a search finds; an event type is found by its properties too. */
export async function catalogueAnswer(db: Db, { search, fill }: CatalogueQuery): Promise<CatalogueAnswer> {
  const fields = await allFields(db);
  const filled = fill ? await fieldFill(db, fields) : new Map<string, Fill>();
  const eventTypes = await collection(db, 'eventTypes').find().sort({ _id: 1 }).toArray();
  return {
    fields: fields
      .filter(({ _id, label }) => matchesSearch(search, label, [_id]))
      .map((field) => toField(field, filled.get(field._id) ?? null)),
    eventTypes: eventTypes.filter((type) => isFound(type, search)).map(toEventType),
    identityTypes: await identityTypes(db),
  };
}

export function toField({ _id: path, updatedAt, turning: _, ...field }: FieldDoc, fill: Fill | null): Field {
  return { path, ...field, fill, updatedAt: updatedAt.toISOString() };
}

export function toEventType({ _id: type, updatedAt, ...rest }: EventTypeDoc): EventType {
  return { type, ...rest, updatedAt: updatedAt.toISOString() };
}

function isFound({ _id, label, props }: EventTypeDoc, search: string): boolean {
  return (
    matchesSearch(search, label, [_id]) ||
    props.some((prop) => matchesSearch(search, prop.label, [prop.path]))
  );
}
