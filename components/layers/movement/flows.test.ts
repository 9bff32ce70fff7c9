import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDirection, directionOf, moves, sizesAfter, sum } from './flows';
import { arbitraryFlows, total, values } from './testing/arbitrary-movement';

describe('directions', () => {
  it.each([
    ['silver', 'gold', 'up'],
    ['gold', 'none', 'down'],
    ['gold', 'gold', 'stay'],
    ['was', 'gold', 'changed'],
    [null, 'gold', 'new'],
    ['gold', null, 'gone'],
  ] as const)('%s → %s is %s', (from, to, way) => {
    expect(directionOf(values, { from, to })).toBe(way);
  });

  it('have everybody once', () =>
    fc.assert(
      fc.property(arbitraryFlows, (flows) => {
        const sums = Object.values(byDirection(values, flows));
        expect(sums.reduce((all, n) => all + n, 0)).toBe(total(flows));
      }),
    ));
});

it('whoever is a member afterwards is in one layer', () =>
  fc.assert(
    fc.property(arbitraryFlows, (flows) => {
      const inside = sizesAfter(values, flows).reduce((all, { n }) => all + n, 0);
      expect(inside + sum(flows, { to: null })).toBe(total(flows));
    }),
  ));

it('what moved most comes first, and nobody who stayed', () =>
  fc.assert(
    fc.property(arbitraryFlows, (flows) => {
      const told = moves(flows);
      expect(told.every(({ from, to }) => from !== to)).toBe(true);
      expect(told.map(({ n }) => n)).toEqual(told.map(({ n }) => n).sort((a, b) => b - a));
      const { up, down, changed } = byDirection(values, flows);
      expect(total(told)).toBe(up + down + changed);
    }),
  ));
