import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '@/rules-engine/index';
import { applyCommand } from '../document/apply-command';
import { orderedOutputs, placeBeside, restOutputs } from './order-output';

/** Layers among other nodes, the fallback somewhere in the middle. */
function drawing() {
  const layer = (name: string) => ({
    type: 'layer',
    params: { layer: name, color: 0 },
    at: [1, 0] as [number, number],
  });
  return draw(
    'layering',
    {
      a: layer('a'),
      all: { type: 'allMembers', at: [0, 0] },
      rest: { type: 'fallbackLayer', params: { layer: 'rest', color: 9 }, at: [1, 1] },
      b: layer('b'),
      c: layer('c'),
      d: layer('d'),
    },
    [],
  );
}

test('an output that is put beside another stands beside it, and the others keep their order', () => {
  const ids = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
      fc.constantFrom('before' as const, 'after' as const),
      (moved, target, side) => {
        const graph = drawing();
        const index = placeBeside(graph, moved, target, side);
        const after = structuredClone(graph);
        if (index !== null) applyCommand(after, { do: 'order', node: moved, index });
        const order = orderedOutputs(after).map(({ id }) => id);
        const wanted = ids.filter((id) => id !== moved);
        if (moved !== target) wanted.splice(wanted.indexOf(target) + (side === 'after' ? 1 : 0), 0, moved);
        expect(order).toEqual(moved === target ? ids : wanted);
        expect(index === null).toBe(order.join() === ids.join());
      },
    ),
  );
});

test('what takes the rest is never put anywhere', () => {
  const graph = drawing();
  expect(restOutputs(graph).map(({ id }) => id)).toEqual(['rest']);
  expect(placeBeside(graph, 'rest', 'a', 'before')).toBeNull();
  expect(placeBeside(graph, 'a', 'rest', 'after')).toBeNull();
});
