import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sum } from './flows';
import { matrixOf } from './matrix';
import { arbitraryFlows, total, values } from './testing/arbitrary-movement';

const added = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

it('cells add up to rows, columns and the whole, and nobody is left out', () =>
  fc.assert(
    fc.property(arbitraryFlows, (flows) => {
      const { columns, rows, totals, total: whole } = matrixOf(values, flows);
      expect(whole).toBe(total(flows));
      expect(added(rows.map((row) => row.total))).toBe(whole);
      expect(added(totals)).toBe(whole);
      for (const { from, cells, total: all } of rows) {
        expect(added(cells.map(({ n }) => n))).toBe(all);
        expect(added(cells.map(({ share }) => share))).toBeCloseTo(all > 0 ? 1 : 0);
        for (const { to, n } of cells) expect(n).toBe(sum(flows, { from, to }));
      }
      expect(columns.map((to) => sum(flows, { to }))).toEqual(totals);
    }),
  ));

it('new and removed members, and layers that are gone, have a place only where there are any', () => {
  const plain = matrixOf(values, [{ from: 'gold', to: 'gold', n: 3 }]);
  expect(plain.columns).toEqual(['gold', 'silver', 'bronze', 'none']);
  expect(plain.rows.map(({ from }) => from)).toEqual(['gold', 'silver', 'bronze', 'none']);
  const full = matrixOf(values, [
    { from: null, to: 'gold', n: 1 },
    { from: 'was', to: null, n: 2 },
  ]);
  expect(full.columns.at(-1)).toBeNull();
  expect(full.rows.slice(-2).map(({ from }) => from)).toEqual(['was', null]);
});
