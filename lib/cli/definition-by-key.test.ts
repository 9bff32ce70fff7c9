import { expect, test } from 'vitest';
import { graphKinds } from '@/rules-engine/index';
import { kindAndKey } from './definition-by-key';

test.each(graphKinds)('a key may say that it is of a %s', (kind) => {
  expect(kindAndKey(`${kind}:vip`)).toEqual({ kind, key: 'vip' });
});

test('what is no kind belongs to the key', () => {
  expect(kindAndKey('vip')).toEqual({ kind: null, key: 'vip' });
  expect(kindAndKey('campaign:vip')).toEqual({ kind: null, key: 'campaign:vip' });
});
