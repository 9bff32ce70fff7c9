import { expect, test } from 'vitest';
import { Horizon } from './horizon';

test('what was newest is certain once nothing earlier has come for long enough', () => {
  const horizon = new Horizon(30, 970);
  expect(horizon.after(0)).toBe(970);
  horizon.mark(1_000, 0);
  horizon.mark(1_000, 10);
  horizon.mark(1_200, 20);
  expect(horizon.after(29)).toBe(970);
  expect(horizon.after(30)).toBe(1_000);
  expect(horizon.after(49)).toBe(1_000);
  expect(horizon.after(50)).toBe(1_200);
  expect(horizon.after(10_000)).toBe(1_200);
});
