import { expect, it } from 'vitest';
import { cellOf, cellParams } from './cell-params';
import type { Cell } from './flows';

it.each<Cell>([
  { from: 'gold', to: 'silver' },
  { from: null, to: '100% & more' },
  { from: 'gold', to: null },
  { from: undefined, to: 'gold' },
  { from: null, to: undefined },
])('a cell comes back from the URL as it was: %j', (cell) => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(cellParams(cell))) if (value !== null) params.set(name, value);
  expect(cellOf(new URLSearchParams(params.toString()))).toEqual(cell);
});

it('without one nothing is shown', () => {
  expect(cellOf(new URLSearchParams('from=r1&to=r2'))).toBeNull();
  expect(cellParams(null)).toEqual({ was: null, is: null });
});
