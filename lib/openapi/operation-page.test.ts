import { expect, it } from 'vitest';
import { allOperations } from '@/lib/contracts/operations/all-operations';
import { operationPage } from './operation-page';

it.each(allOperations)('tells of $id what the table says', ({ id, operation }) => {
  const page = operationPage(id, 'http://tagloom.test');
  const { method, path, params, query, body, answer } = operation;
  expect(page).toMatchObject({ method, path });
  expect(page?.parameters.map(({ name }) => name)).toEqual(
    Object.keys({ ...params?.shape, ...query?.shape }),
  );
  expect(page?.body === null).toBe(body === undefined);
  expect(page?.answers[0]?.body === null).toBe(answer === null);
});

it('opens what is sent down to its last key', () => {
  const body = operationPage('imports.start', 'http://tagloom.test')?.body;
  const text = JSON.stringify(body);
  for (const key of ['upload', 'mapping', 'identities', 'shared', 'encoding'])
    expect(text).toContain(`"${key}"`);
});

it('has no page for what there is not', () => {
  expect(operationPage('imports.nonesuch', 'http://tagloom.test')).toBeNull();
});
