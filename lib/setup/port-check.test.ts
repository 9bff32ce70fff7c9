import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './database/mongod';
import { requirePort } from './port-check';

test('a free port is free, also when asked twice', async () => {
  const port = await freePort();
  await requirePort(port, '127.0.0.1');
  await requirePort(port, '127.0.0.1');
});

test('a port in use is told with what to do', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await expect(requirePort(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is in use by another program: stop that program, or choose another port with PORT=`,
  );
  server.close();
});

test("an address that is not this machine's is told", async () => {
  await expect(requirePort(await freePort(), '192.0.2.1')).rejects.toThrow(
    'This machine has no address 192.0.2.1',
  );
});
