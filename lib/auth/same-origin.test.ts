import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const host = 'tagloom.example:8080';

it.each([
  ['GET', { 'sec-fetch-site': 'cross-site' }, true],
  ['POST', { 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { 'sec-fetch-site': 'none' }, true],
  ['POST', { 'sec-fetch-site': 'same-site' }, false],
  ['DELETE', { 'sec-fetch-site': 'cross-site' }, false],
  ['POST', { origin: `http://${host}` }, true],
  ['POST', { origin: 'http://tagloom.example' }, false],
  ['POST', { origin: 'null' }, false],
  ['POST', { origin: 'http://outside', 'x-forwarded-host': 'outside' }, true],
  ['POST', {}, true],
])('%s with %j: %s', (method, headers, allowed) => {
  expect(isSameOrigin(method, new Headers({ host, ...headers }))).toBe(allowed);
});
