import { expect, test } from 'vitest';
import { NextShared } from './next-shared';

test('who asks together shares a run, and nobody gets one that had begun before', async () => {
  let began = 0;
  const ends: (() => void)[] = [];
  const shared = new NextShared(async () => {
    began += 1;
    const run = began;
    await new Promise<void>((resolve) => ends.push(resolve));
    return run;
  });
  const [one, two] = [shared.get(), shared.get()];
  await Promise.resolve();
  const [three, four] = [shared.get(), shared.get()];
  expect(began).toBe(1);
  ends[0]?.();
  expect(await Promise.all([one, two])).toEqual([1, 1]);
  expect(began).toBe(2);
  ends[1]?.();
  expect(await Promise.all([three, four])).toEqual([2, 2]);
});

test('a failure is that of those who shared it', async () => {
  let fails = true;
  const shared = new NextShared(async () => {
    if (fails) throw new Error('away');
    return 'here';
  });
  await expect(shared.get()).rejects.toThrow('away');
  fails = false;
  expect(await shared.get()).toBe('here');
});
