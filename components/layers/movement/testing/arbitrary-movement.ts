import fc from 'fast-check';
import type { Flow, MovedValue } from '@/lib/contracts/movement';

const layers = ['gold', 'silver', 'bronze', 'none', 'was'];

/** Four layers, the last the fallback, and one that is gone. */
export const values: MovedValue[] = layers.map((value, index) => ({
  value,
  label: { zh: `${value}层`, en: value },
  color: index,
  strategy: '',
  benefits: '',
  fallback: value === 'none',
  gone: value === 'was',
}));

/** Flows as the server gives them: each pair once, nobody from nowhere to nowhere, nobody into a layer that is gone. */
export const arbitraryFlows: fc.Arbitrary<Flow[]> = fc
  .uniqueArray(
    fc.record({
      from: fc.constantFrom(...layers, null),
      to: fc.constantFrom(...layers.slice(0, -1), null),
      n: fc.integer({ min: 1, max: 10_000 }),
    }),
    { selector: ({ from, to }) => `${from} ${to}` },
  )
  .map((flows) => flows.filter(({ from, to }) => from !== null || to !== null));

export const total = (flows: readonly Flow[]) => flows.reduce((all, { n }) => all + n, 0);
