import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { allOperations } from '@/lib/contracts/operations/all-operations';
import type { Operation } from '@/lib/contracts/operations/operation';

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Routes that are no operation of ours, and why. */
const others: Readonly<Record<string, string>> = {
  '/api/auth/[...nextauth]': 'signing in is next-auth’s own protocol, of redirects and forms',
};

const folder = import.meta.dirname;
const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => ({ file, address: `/api/${path.dirname(file).split(path.sep).join('/')}` }));

interface Served {
  address: string;
  method: string;
  operation: Operation | undefined;
}

async function served(): Promise<Served[]> {
  const all = await Promise.all(
    routes.map(async ({ file, address }) => {
      const exported: object = await import(path.join(folder, file));
      return methods.flatMap((method): Served[] => {
        const route: unknown = Reflect.get(exported, method);
        if (route === undefined) return [];
        const operation = allOperations.find((one) => one.operation === operationOf(route))?.operation;
        return [{ address, method, operation }];
      });
    }),
  );
  return all.flat();
}

function operationOf(route: unknown): unknown {
  return typeof route === 'function' && 'operation' in route ? route.operation : undefined;
}

it('serves every method of every route from the table, under the address that stands there', async () => {
  const strays = (await served())
    .filter(({ address }) => !(address in others))
    .filter(({ address, method, operation }) => {
      const expected = address.replace(/\[(\w+)\]/g, '{$1}');
      return operation?.method !== method || operation.path !== expected;
    });
  expect(strays.map(({ method, address }) => `${method} ${address}`)).toEqual([]);
});

it('serves every operation of the table', async () => {
  const done = new Set((await served()).map(({ operation }) => operation));
  expect(allOperations.filter(({ operation }) => !done.has(operation)).map(({ id }) => id)).toEqual([]);
});

it('excepts no route that is gone', () => {
  const known = new Set(routes.map(({ address }) => address));
  expect(Object.keys(others).filter((address) => !known.has(address))).toEqual([]);
});
