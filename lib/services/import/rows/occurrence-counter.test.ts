import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OccurrenceCounter } from './occurrence-counter';

test('counts as a map does, also while it grows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4_000 }), (keys) => {
      const counter = new OccurrenceCounter();
      const map = new Map<number, number>();
      for (const key of keys) {
        const seen = map.get(key) ?? 0;
        expect(counter.next(`key-${key}`)).toBe(seen);
        map.set(key, seen + 1);
      }
    }),
    { numRuns: 30 },
  );
});
