import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

it.each([
  ['the peer when no proxy is ours', '1.1.1.1', '9.9.9.9', 0, '1.1.1.1'],
  ['what our proxy saw', '10.0.0.1', '2.2.2.2', 1, '2.2.2.2'],
  ['not what the client says in front of it', '10.0.0.1', '6.6.6.6, 2.2.2.2', 1, '2.2.2.2'],
  ['what the outer of two saw', '10.0.0.1', '6.6.6.6, 2.2.2.2, 10.0.0.2', 2, '2.2.2.2'],
  ['the leftmost when there are fewer hops than proxies', '10.0.0.1', '', 2, '10.0.0.1'],
])('%s', (_, peer, forwarded, proxies, address) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(address);
});
