import { BSON } from 'mongodb';
import { expect, test } from 'vitest';
import { EventColumns } from './event-columns';
import { IdIndex } from './id-index';

test('tells events that came twice', () => {
  const members = new IdIndex(2);
  members.set('a', 0);
  members.set('b', 1);
  const event = (_id: string, memberId: string) =>
    Buffer.from(BSON.serialize({ _id, memberId, type: 'order', at: new Date(0) }));
  const columns = new EventColumns('order', new Map(), 2);
  columns.apply([event('1', 'a'), event('2', 'b'), event('3', 'a')], members);
  expect(columns.doubled()).toBe(0);
  columns.apply([event('2', 'b'), event('4', 'b'), event('2', 'b')], members);
  expect(columns.doubled()).toBe(2);
  expect(columns.seen).toBe(6);
});
