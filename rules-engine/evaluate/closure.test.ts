import { expect, test } from 'vitest';
import { aggregate, field, number } from '../ir/build-expression';
import { all, always, any, compare, not } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import { compilePredicate, compilePredicates } from './closure';
import type { EventData } from './document';

const condition = (i: number) => compare('eq', field(`attrs.f${i}`, 'number'), number(i));

test('a rule that forks and joins a hundred times is computed once a part, not once a path', () => {
  let rule: Predicate = condition(0);
  for (let i = 1; i < 300; i += 3) {
    const [a, b, c] = [condition(i), condition(i + 1), condition(i + 2)];
    rule = any([all([rule, a, b]), all([rule, not(a), c])]);
  }
  const started = Date.now();
  const holds = compilePredicate(rule);
  expect(holds({ member: { attrs: {} }, events: [] })).toBe(false);
  const attrs = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, i]));
  expect(holds({ member: { attrs }, events: [] })).toBe(true);
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('an aggregate that several rules ask about is computed once for each member', () => {
  const orders = aggregate({
    fn: 'count',
    eventType: 'order',
    of: null,
    from: null,
    to: 10,
    where: always,
    timeZone: 'UTC',
  });
  let reads = 0;
  const events: EventData[] = [{ type: 'order', at: new Date(5) }];
  const watched = new Proxy(events, {
    get(target, key, receiver) {
      if (key === Symbol.iterator) reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  const rules = compilePredicates([1, 2, 3].map((n) => compare('gte', orders, number(n))));
  expect(rules({ member: {}, events: watched })).toEqual([true, false, false]);
  expect(reads).toBe(1);
  // Nothing is kept from one call to the next.
  events.push({ type: 'order', at: new Date(6) });
  expect(rules({ member: {}, events: watched })).toEqual([true, true, false]);
});
