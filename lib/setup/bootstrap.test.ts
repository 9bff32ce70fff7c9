import { describe, expect, test } from 'vitest';
import { checkNode, isInstalled } from './bootstrap.mjs';

describe('the version of Node', () => {
  test.each(['20.19.0', '20.19.1', '20.20.0', '22.0.0'])('%s is new enough', (version) => {
    expect(() => checkNode(version, '>=20.19.0')).not.toThrow();
  });

  test.each(['20.18.9', '18.20.0', '8.99.99'])('%s is told in a sentence', (version) => {
    expect(() => checkNode(version, '>=20.19.0')).toThrow(
      `Tagloom needs Node 20.19.0 or newer, and this is ${version}: install a newer Node and try again.`,
    );
  });
});

describe('what is installed against what is locked', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.0.0' },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    },
  };
  const zod = { 'node_modules/zod': { version: '4.0.0' } };

  test('the same, but for what belongs to other platforms', () => {
    expect(isInstalled(lock, { packages: zod })).toBe(true);
    expect(
      isInstalled(lock, { packages: { ...zod, 'node_modules/other-platform': { version: '1.0.0' } } }),
    ).toBe(true);
  });

  test('nothing, a package too few, another version, a package too many', () => {
    expect(isInstalled(lock, null)).toBe(false);
    expect(isInstalled(lock, { packages: {} })).toBe(false);
    expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '3.0.0' } } })).toBe(false);
    expect(isInstalled(lock, { packages: { ...zod, 'node_modules/left': { version: '1.0.0' } } })).toBe(
      false,
    );
  });
});
