import { collectReads } from '../compile/mongo/collect';
import type { Expression, FieldExpression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { columnKey } from './rows';

/** The columns that predicates and values read: of members, and of the events of each type. */
export interface ColumnNeeds {
  /** By `columnKey`. */
  fields: ReadonlyMap<string, FieldExpression>;
  /** By type of event: properties by `columnKey`. */
  events: ReadonlyMap<string, ReadonlyMap<string, FieldExpression>>;
}

export function columnNeeds(
  predicates: readonly Predicate[],
  values: readonly Expression[] = [],
): ColumnNeeds {
  const { fields, aggregates } = collectReads(predicates, values);
  const events = new Map<string, Map<string, FieldExpression>>();
  for (const { eventType, of, where } of aggregates) {
    const properties = events.get(eventType) ?? new Map<string, FieldExpression>();
    for (const field of collectReads([where], of ? [of] : []).fields) properties.set(columnKey(field), field);
    events.set(eventType, properties);
  }
  return { fields: new Map([...fields].map((field) => [columnKey(field), field])), events };
}
