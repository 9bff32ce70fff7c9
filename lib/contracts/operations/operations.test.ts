import { expect, it } from 'vitest';
import { paramNames } from './address-of';
import { allOperations } from './all-operations';

it('has each address once', () => {
  const addresses = allOperations.map(({ operation: { method, path } }) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThan(100);
});

it.each(allOperations)('$id takes a parameter for each place of its path', ({ operation }) => {
  expect(Object.keys(operation.params?.shape ?? {}).sort()).toEqual(paramNames(operation.path).sort());
});

it.each(allOperations)('$id only changes something when it is told to', ({ operation }) => {
  const { method, body, changes = [] } = operation;
  if (method === 'GET') expect([body, changes]).toEqual([undefined, []]);
});

it.each(allOperations)('$id is a sentence in both languages', ({ operation: { is } }) => {
  expect(is.zh).toMatch(/\p{Script=Han}.*。$/u);
  expect(is.en).toMatch(/^[A-Z].*\.$/);
});
