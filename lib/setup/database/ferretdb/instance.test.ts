import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canPass } from '../../service-user';
import { instanceFolder } from './instance';

const stranger = { uid: 65534, gid: 65534 };
let home: string;
let checkout: string;

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'tagloom-home-'));
  checkout = path.join(home, 'project', '.data');
  mkdirSync(checkout, { recursive: true });
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

test('data stays in the checkout when its user can get there, or when it is our own user', () => {
  chmodSync(home, 0o711);
  expect(canPass(checkout, stranger)).toBe(true);
  expect(instanceFolder(checkout, stranger)).toBe(checkout);
  chmodSync(home, 0o700);
  expect(instanceFolder(checkout, null)).toBe(checkout);
});

test('below a closed home folder it goes to a place of its own, always the same', () => {
  chmodSync(home, 0o700);
  expect(canPass(checkout, stranger)).toBe(false);
  const folder = instanceFolder(checkout, stranger);
  expect(folder).toMatch(/^\/var\/lib\/tagloom\/[0-9a-f]{12}$/);
  expect(instanceFolder(checkout, stranger)).toBe(folder);
  expect(instanceFolder(path.join(home, 'other'), stranger)).not.toBe(folder);
});
