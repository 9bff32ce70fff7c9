import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { debianMirror } from './debian-mirror';

let etc: string;
let keyring: string;

beforeEach(() => {
  etc = mkdtempSync(path.join(os.tmpdir(), 'tagloom-apt-'));
  mkdirSync(path.join(etc, 'sources.list.d'));
  keyring = path.join(etc, 'archive.gpg');
  writeFileSync(keyring, '');
});

afterEach(() => rmSync(etc, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(path.join(etc, name), text);
const found = () => debianMirror(etc, ['/no/such.gpg', keyring]);

test('the first archive of a deb822 file', () => {
  write(
    'sources.list.d/debian.sources',
    'Types: deb\n# a word\nURIs: http://one/debian/ http://two/debian\nSuites: x\n',
  );
  expect(found()).toEqual({ uri: 'http://one/debian', keyring });
});

test('the first archive of a one-line file; security, other vendors and disabled files are passed by', () => {
  write('sources.list', '# deb http://old/debian x main\ndeb http://sec/debian-security x main\n');
  write('sources.list.d/a.list', 'deb https://vendor/apt x main\n');
  write('sources.list.d/b.list.disabled', 'deb http://off/debian x main\n');
  write('sources.list.d/c.list', 'deb [arch=amd64 signed-by=/k] http://three/debian x main\n');
  expect(found()).toEqual({ uri: 'http://three/debian', keyring });
});

test('none without an archive, and none without a key to trust it by', () => {
  expect(found()).toBeNull();
  write('sources.list', 'deb http://one/debian x main\n');
  expect(debianMirror(etc, ['/no/such.gpg'])).toBeNull();
});
