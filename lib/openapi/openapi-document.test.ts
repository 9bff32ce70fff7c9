import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { allOperations } from '@/lib/contracts/operations/all-operations';
import { problemsOf } from '@/lib/contracts/operations/common-problems';
import { problems } from '@/lib/contracts/problems';
import { openApiDocument } from './openapi-document';

const lower = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

describe.each(['zh', 'en'] as const)('the document in %s', (locale) => {
  const document = openApiDocument(locale);

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it.each(allOperations)('has $id with all that the table says', ({ id, operation }) => {
    const { method, path, is, params, query, body, answer, scope, also = {} } = operation;
    const found = document.paths?.[path]?.[lower[method]];
    expect(found).toMatchObject({ operationId: id, summary: is[locale] });
    const names = Object.keys({ ...params?.shape, ...query?.shape });
    expect(found?.parameters?.map((one) => 'name' in one && one.name) ?? []).toEqual(names);
    expect(found?.requestBody !== undefined).toBe(body !== undefined);
    const statuses = problemsOf(operation).map((code) => problems[code].status);
    const expected = new Set([...statuses, ...Object.keys(also).map(Number), answer === null ? 204 : 200]);
    expect(Object.keys(found?.responses ?? {}).sort()).toEqual([...expected].map(String).sort());
    expect(JSON.stringify(found?.security ?? '').includes('apiKey')).toBe(scope !== undefined);
  });

  it('has nothing besides', () => {
    const found = Object.values(document.paths ?? {}).flatMap((path) => Object.keys(path));
    expect(found.length).toBe(allOperations.length);
  });

  it('refers to nothing that it lacks', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].flatMap(([, name]) => name ?? []);
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => document.components?.schemas?.[name] === undefined)).toEqual([]);
  });
});
