import { expect, test } from 'vitest';
import { proposeSource } from './propose-source';

const columns = ['a', 'b'];

test.each([
  ['orders_2026-01.csv', 'orders'],
  ['orders_2026-02 (1).csv', 'orders'],
  ['orders-2026-01-rejected.csv', 'orders'],
  ['订单明细20260101.xlsx', '订单明细'],
  ['2026年1月 天猫订单.csv', '天猫订单'],
  ['天猫订单（副本）.csv', '天猫订单'],
  ['CDNOW_master.txt', 'cdnow_master'],
  ['Shop 2 orders.csv.gz', 'shop_orders'],
])('%s is from %s', (name, source) => expect(proposeSource(name, columns)).toBe(source));

test('a name of nothing but numbers says nothing: then the columns do', () => {
  const source = proposeSource('20260101.csv', columns);
  expect(source).toMatch(/^file_.{6}$/);
  expect(proposeSource('20260201.csv', columns)).toBe(source);
  expect(proposeSource(undefined, ['c'])).not.toBe(source);
});
