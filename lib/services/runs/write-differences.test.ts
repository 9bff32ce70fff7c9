import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inParallel, type Update } from './write-differences';

const many = 20;

test('when one update fails no other is begun, and those under way are waited for', async () => {
  let [begun, underWay] = [0, 0];
  const updates = Array.from(
    { length: many },
    (_, n): Update =>
      async () => {
        begun += 1;
        underWay += 1;
        for (let turns = 0; turns < (n === 0 ? 1 : 5); turns += 1) await turn();
        underWay -= 1;
        if (n === 0) throw new Error('no');
      },
  );
  await expect(inParallel(updates)).rejects.toThrow('no');
  expect([begun, underWay]).toEqual([2, 0]);
});

test('looks at the signal before each update', async () => {
  const stop = new AbortController();
  let begun = 0;
  const updates = Array.from(
    { length: many },
    (): Update => async () => {
      begun += 1;
      if (begun === 4) stop.abort(new Error('lost'));
      await turn();
    },
  );
  await expect(inParallel(updates, stop.signal)).rejects.toThrow('lost');
  expect(begun).toBe(4);
});
