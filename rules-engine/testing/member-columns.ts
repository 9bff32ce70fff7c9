import { columnFor } from '../columns/column';
import { EventRows } from '../columns/event-rows';
import { MemberTable } from '../columns/member-table';
import { columnNeeds } from '../columns/needs';
import { type EventData, type MemberData, readField } from '../evaluate/document';
import type { FieldExpression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';

/** Members in columns, a row each, with all that the predicates read. */
export function memberColumns(all: readonly MemberData[], predicates: readonly Predicate[]): MemberTable {
  const table = new MemberTable(64);
  const { fields, events } = columnNeeds(predicates);
  for (const [key, { type }] of fields) table.columns.set(key, columnFor(type, table.capacity));
  for (const [type, properties] of events) table.events.set(type, eventRows(properties));
  for (const [row, { member, events: found }] of all.entries()) {
    table.reserve(row);
    table.add(row);
    for (const [key, { path, type }] of fields) {
      table.columns.get(key)?.set(row, readField(member, path, type));
    }
    for (const [type, properties] of events) {
      const rows = table.events.get(type);
      if (rows) for (const event of found) addEvent(rows, row, type, event, properties);
    }
  }
  return table;
}

function eventRows(properties: ReadonlyMap<string, FieldExpression>): EventRows {
  const capacity = 32;
  return new EventRows(
    capacity,
    new Map([...properties].map(([key, { type }]) => [key, columnFor(type, capacity)])),
  );
}

function addEvent(
  rows: EventRows,
  member: number,
  type: string,
  event: EventData,
  properties: ReadonlyMap<string, FieldExpression>,
): void {
  const at = readField(event, 'at', 'date');
  if (readField(event, 'type', 'text') !== type || typeof at !== 'number') return;
  const row = rows.add(member, at);
  for (const [key, field] of properties)
    rows.columns.get(key)?.set(row, readField(event, field.path, field.type));
}
