import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { CHECKOUT } from './paths';

const program = `
  import { atShutdown } from './lib/setup/shutdown';
  const say = (word) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    console.log(word);
  };
  atShutdown(say('database'));
  const forget = atShutdown(say('forgotten'));
  atShutdown(say('server'));
  forget();
  setInterval(() => 0, 1000);
  console.log('ready');
`;

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s stops the latest first, once, and ends with %i', async (signal, expected) => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: CHECKOUT,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += String(chunk);
    if (String(chunk).includes('ready')) {
      child.kill(signal);
      // As npm does besides the terminal.
      setTimeout(() => child.kill(signal), 50);
    }
  });
  const [code] = await once(child, 'close');
  expect(output).toBe('ready\nserver\ndatabase\n');
  expect(code).toBe(expected);
});
