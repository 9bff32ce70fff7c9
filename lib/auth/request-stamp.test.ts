import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressOf, pathOf, stampRequests } from './request-stamp';

const server = createServer((request, response) => {
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
  );
  response.end(JSON.stringify([addressOf(headers), pathOf(headers)]));
});

beforeAll(async () => {
  stampRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

async function seen(path: string, headers: Record<string, string> = {}): Promise<unknown> {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).json();
}

it('knows the address and the page, whatever the client says', async () => {
  const lies = { 'x-tagloom-address': '6.6.6.6', 'x-tagloom-url': '/evil', 'x-forwarded-for': '6.6.6.6' };
  expect(await seen('/tags?folder=a&_rsc=1', lies)).toEqual(['127.0.0.1', '/tags?folder=a']);
});

it('never makes a way out of the site of a path', () => {
  expect(pathOf(new Headers({ 'x-tagloom-url': '//evil.example/x' }))).toBe('/');
  expect(pathOf(new Headers({ 'x-tagloom-url': 'http://evil.example/x' }))).toBe('/');
  expect(pathOf(new Headers())).toBe('/');
});
