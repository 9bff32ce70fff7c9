import { expect, test } from 'vitest';
import { announcement } from './announcement';
import { serveOptions } from './serve-options';
import { browserAddress, serverSettings } from './server-settings';

test('what nobody chose', () => {
  expect(serverSettings({})).toEqual({ port: 3000, host: '127.0.0.1', databaseName: 'tagloom' });
});

test('what somebody chose', () => {
  expect(serverSettings({ PORT: '8080', HOST: '0.0.0.0', TAGLOOM_DB: 'shop_2' })).toEqual({
    port: 8080,
    host: '0.0.0.0',
    databaseName: 'shop_2',
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT is "http" and has to be a number.'],
  [{ PORT: '70000' }, 'PORT is "70000" and has to be between 1 and 65535.'],
  [{ PORT: '0' }, 'PORT is "0" and has to be between 1 and 65535.'],
  [{ HOST: 'a b' }, 'HOST is "a b" and has to be an address to listen on, such as 127.0.0.1 or 0.0.0.0.'],
  [
    { TAGLOOM_DB: 'a.b' },
    'TAGLOOM_DB is "a.b" and has to be 1 to 63 letters, digits, hyphens or underscores.',
  ],
  [{ TAGLOOM_ADMIN_PASSWORD: 'short' }, 'TAGLOOM_ADMIN_PASSWORD has to have at least'],
])('%j is refused in a sentence', (env, sentence) => {
  expect(() => serverSettings(env)).toThrow(sentence);
});

test.each([
  ['127.0.0.1', 'http://localhost:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['fe80::1', 'http://[fe80::1]:3000'],
  ['10.0.0.5', 'http://10.0.0.5:3000'],
])('listening on %s, the browser goes to %s', (host, address) => {
  expect(browserAddress({ host, port: 3000 })).toBe(address);
});

test('a generated password is shown, a given one is not repeated', () => {
  const admin = { name: 'admin', password: 'p4ssword' };
  const tell = (who: typeof admin | null, env = {}) =>
    announcement('http://localhost:3000', 'ferretdb', who, env);
  expect(tell(admin)).toContain('http://localhost:3000 (database: ferretdb)');
  expect(tell(admin)).toContain('Sign in as admin with the password p4ssword');
  expect(tell(admin, { TAGLOOM_ADMIN_PASSWORD: 'p4ssword' })).not.toContain('p4ssword');
  expect(tell(null)).toContain('Sign in with the account of an earlier start.');
});

test("demo data unless told otherwise, before or after npm's two dashes", () => {
  expect(serveOptions([], {})).toEqual({ demo: true });
  expect(serveOptions(['--no-demo'], {})).toEqual({ demo: false });
  expect(serveOptions([], { npm_config_demo: '' })).toEqual({ demo: false });
  expect(() => serveOptions(['--demo-less'], {})).toThrow(/--no-demo: start empty/);
});
