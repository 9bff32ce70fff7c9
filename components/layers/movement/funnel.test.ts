import fc from 'fast-check';
import { expect, it } from 'vitest';
import { funnelOf } from './funnel';

const sizes = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 })
  .map((counts) => counts.map((n, index) => ({ value: `layer ${index}`, n })));

it('begins with everybody, ends with the highest layer, and its conversions lead from one to the other', () =>
  fc.assert(
    fc.property(sizes, (given) => {
      const steps = funnelOf(given);
      const whole = given.reduce((all, { n }) => all + n, 0);
      expect(steps.map(({ value }) => value)).toEqual(given.map(({ value }) => value).reverse());
      expect(steps[0]).toMatchObject({ reached: whole, conversion: null });
      expect(steps.at(-1)?.reached).toBe(given[0]?.n);
      for (const [index, { reached, conversion, values }] of steps.entries()) {
        const counted = given.filter(({ value }) => values.includes(value));
        expect(reached).toBe(counted.reduce((all, { n }) => all + n, 0));
        const before = steps[index - 1]?.reached;
        if (before === undefined) continue;
        expect(reached).toBeLessThanOrEqual(before);
        if (before === 0) expect(conversion).toBeNull();
        else expect((conversion ?? 0) * before).toBeCloseTo(reached);
      }
    }),
  ));

it('of three layers', () => {
  const steps = funnelOf([
    { value: 'top', n: 10 },
    { value: 'middle', n: 30 },
    { value: 'rest', n: 60 },
  ]);
  expect(steps).toEqual([
    { value: 'rest', values: ['top', 'middle', 'rest'], reached: 100, conversion: null },
    { value: 'middle', values: ['top', 'middle'], reached: 40, conversion: 0.4 },
    { value: 'top', values: ['top'], reached: 10, conversion: 0.25 },
  ]);
});
