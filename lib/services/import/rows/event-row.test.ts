import { describe, expect, test } from 'vitest';
import { DEFAULT_EMPTY_WORDS } from '@/lib/contracts/empty-words';
import { type EventsMapping, eventsMappingSchema } from '@/lib/contracts/import-mapping';
import type { Cell } from '@/lib/values/cell';
import { CellFinder } from './cell-finder';
import { eventRowReader } from './event-row';

const mapping = eventsMappingSchema.parse({
  kind: 'events',
  file: { format: 'csv' },
  timeZone: 'Asia/Shanghai',
  source: 'shop',
  identities: [{ column: 'uid', type: 'customer_id' }],
  eventType: {
    column: 'type',
    words: [
      { word: 'true', type: 'paid' },
      { word: '-', type: 'order' },
    ],
  },
  at: { column: 'at', format: 'DD/MM/YY(1970) HH:mm' },
  props: [
    { column: 'sum', path: 'props.sum', value: { type: 'money', currency: 'EUR', format: '1.234,5' } },
    { column: 'has', path: 'props.has', value: { type: 'boolean', yes: ['有'], no: ['无'] } },
    { column: 'note', path: 'props.note', value: { type: 'text' } },
  ],
  id: 'id',
});
const columns = ['uid', 'type', 'at', 'sum', 'has', 'note', 'id'];
const row = {
  uid: 'A1',
  type: 'order',
  at: '9/7/11 08:30',
  sum: '1.200',
  has: '无',
  note: '无',
  id: '100',
} satisfies Record<string, Cell>;

function read(cells: Partial<Record<keyof typeof row, Cell>>, with_: Partial<EventsMapping> = {}) {
  const all: Record<string, Cell> = { ...row, ...cells };
  const reader = eventRowReader({ ...mapping, ...with_ }, new CellFinder(columns), () => []);
  return reader({ line: 2, cells: columns.map((column) => all[column]), reason: null });
}

describe('a row of events', () => {
  test('is read with the marks, the pivot and the words of the mapping', () => {
    expect(read({}, { empty: [...DEFAULT_EMPTY_WORDS] })).toEqual({
      value: {
        identities: [{ type: 'customer_id', value: 'A1' }],
        type: 'order',
        at: new Date('2011-07-09T00:30:00Z'),
        props: new Map<string, unknown>([
          ['props.sum', 120000],
          ['props.has', false],
        ]),
        id: '100',
      },
    });
  });

  test('of a mapping made before there were words for nothing keeps its texts as they stand', () => {
    const result = read({});
    expect('value' in result && result.value.props.get('props.note')).toBe('无');
  });

  test('a number of a JSON file has a decimal point whatever the texts of its column have', () => {
    const result = read({ sum: { literal: 'number', text: '1.2' } });
    expect('value' in result && result.value.props.get('props.sum')).toBe(120);
  });

  test.each<[Partial<Record<keyof typeof row, Cell>>, string, string]>([
    [{ uid: { literal: 'boolean', text: 'true' } }, 'truth-value-as-id', 'uid'],
    [{ uid: ['x', 'y'] }, 'not-a-text', 'uid'],
    [{ uid: { literal: 'number', text: '1e21' } }, 'shortened-by-spreadsheet', 'uid'],
    [{ uid: 'NULL' }, 'empty-word', 'uid'],
    [{ uid: '����' }, 'broken-text', 'uid'],
    [{ id: '1.39E+10' }, 'shortened-by-spreadsheet', 'id'],
    [{ id: '����' }, 'broken-text', 'id'],
    [{ id: 'N/A' }, 'empty-word', 'id'],
    [{ id: ['1'] }, 'not-a-text', 'id'],
    [{ id: '' }, 'no-event-id', 'id'],
    [{ type: '����' }, 'broken-text', 'type'],
    [{ type: 'false' }, 'truth-value-as-id', 'type'],
    [{ type: 'null' }, 'empty-word', 'type'],
    [{ type: '' }, 'no-event-type', 'type'],
    [{ sum: '$12,00' }, 'other-currency', 'sum'],
    [{ sum: '1,234.50' }, 'not-an-amount', 'sum'],
    [{ at: '31/02/11 08:30' }, 'not-a-date', 'at'],
    [{ at: '12/31/11 08:30' }, 'not-a-date', 'at'],
  ])('%j is rejected: %s', (cells, code, column) => {
    expect(read(cells)).toEqual({ reasons: [expect.objectContaining({ code, column })] });
  });

  test('words that mean empty leave identity, id and type out', () => {
    const empty = { empty: [...DEFAULT_EMPTY_WORDS] };
    expect(read({ uid: 'NULL', id: '\\N', type: 'n/a' }, empty)).toMatchObject({
      reasons: [{ code: 'no-identity' }, { code: 'no-event-type' }, { code: 'no-event-id' }],
    });
  });

  test('a word that the mapping names for a type means that type, whatever it is', () => {
    for (const [cell, type] of [
      [{ literal: 'boolean', text: 'true' }, 'paid'],
      ['-', 'order'],
    ] satisfies [Cell, string][]) {
      expect(read({ type: cell }, { empty: ['-'] })).toMatchObject({ value: { type } });
    }
  });
});
