import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { allOperations } from '@/lib/contracts/operations/all-operations';

const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');

/** `/api/imports/:id` and `/api/imports/{id}` are one. */
const plain = (address: string) => address.replace(/\{\w+\}|:\w+/g, '*');
const known = new Set(allOperations.map(({ operation: { method, path } }) => `${method} ${plain(path)}`));
const paths = new Set([...known].map((address) => address.split(' ')[1]));

it('names only operations that exist', () => {
  const named = [...readme.matchAll(/(?:\b(GET|POST|PUT|PATCH|DELETE) )?(\/api\/[\w.\-/{}:]*[\w}])/g)];
  expect(named.length).toBeGreaterThan(2);
  const unknown = named.filter(([, method, address = '']) =>
    method === undefined ? !paths.has(plain(address)) : !known.has(`${method} ${plain(address)}`),
  );
  expect(unknown.map(([text]) => text)).toEqual([]);
});

it('leads to the document and to the page', () => {
  expect(readme).toContain('/api/openapi.json');
  expect(readme).toContain('/help/api');
});
