import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlace, grid, overlaps } from './place';

const size = { width: 240, height: 120 };

describe('where a new card lands', () => {
  it('is where it was wanted when nothing is in the way', () => {
    expect(freePlace({ x: 100, y: 51 }, size, [])).toEqual({ x: 104, y: 48 });
  });

  it('is below what is in the way', () => {
    const there = freePlace({ x: 0, y: 0 }, size, [{ x: 0, y: 0, ...size }]);
    expect(there).toEqual({ x: 0, y: 152 });
  });

  it('is free, on the grid, and never left of where it was wanted', () => {
    const rect = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -600, max: 600 }),
      width: fc.constant(240),
      height: fc.integer({ min: 60, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 40 }), (rects) => {
        const there = freePlace({ x: 0, y: 0 }, size, rects);
        expect(rects.some((other) => overlaps({ ...there, ...size }, other))).toBe(false);
        expect(Math.abs(there.x % grid) + Math.abs(there.y % grid)).toBe(0);
        expect(there.x).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
