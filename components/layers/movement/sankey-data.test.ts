import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sankeyOf } from './sankey-data';
import { arbitraryFlows, total, values } from './testing/arbitrary-movement';

it('every member is in one band, and a node is as high as its bands', () =>
  fc.assert(
    fc.property(arbitraryFlows, (flows) => {
      const { nodes, links } = sankeyOf(values, flows);
      expect(links.reduce((all, { n }) => all + n, 0)).toBe(total(flows));
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      for (const { id, side, n } of nodes) {
        const own = links.filter(({ source, target }) => (side === 'from' ? source : target) === id);
        expect(own.reduce((all, link) => all + link.n, 0)).toBe(n);
        expect(n).toBeGreaterThan(0);
      }
      const known = new Set(nodes.map(({ id }) => id));
      expect(links.every(({ source, target }) => known.has(source) && known.has(target))).toBe(true);
    }),
  ));

it('nodes stand in the order of the layers on both sides', () => {
  const flows = [
    { from: null, to: 'none', n: 1 },
    { from: 'none', to: 'gold', n: 2 },
    { from: 'gold', to: null, n: 3 },
    { from: 'was', to: 'silver', n: 4 },
  ];
  const { nodes } = sankeyOf(values, flows);
  const side = (which: 'from' | 'to') => nodes.filter((node) => node.side === which).map(({ end }) => end);
  expect(side('from')).toEqual(['gold', 'none', 'was', null]);
  expect(side('to')).toEqual(['gold', 'silver', 'none', null]);
});
