import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskIdentity, maskValue } from './masking';

describe('maskIdentity', () => {
  test.each([
    ['phone', '+8613800138000', '+86138****8000'],
    ['phone', '+14155552671', '+141****2671'],
    ['phone', '+8612345', '+8****45'],
    ['email', 'anna@example.com', 'a****@example.com'],
    ['email', 'broken', 'b****'],
    ['unionid', 'oAbCdEfGh123', 'oA****23'],
    ['customer_id', '00001', '00001'],
    ['card', '00001', '0****'],
    ['constructor', '😀abc', '😀****'],
  ])('%s %s', (type, value, masked) => {
    expect(maskIdentity(type, value)).toBe(masked);
  });

  test('at least four characters of a phone, and most of an email’s name, are gone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+86\d{11}$/), (phone) => {
        const masked = maskIdentity('phone', phone);
        expect(masked).not.toContain(phone.slice(6, 10).padEnd(5, '!'));
        expect(masked.replace('****', '').length).toBe(phone.length - 4);
      }),
    );
  });
});

test.each([
  ['text', '王伟', '王**'],
  ['text', '1990-05-01', '1**'],
  ['date', '1990-05-01T00:00:00.000Z', '1990-**-**'],
  ['day', '1990-05-01', '1990-**-**'],
  ['number', 42, '****'],
  ['boolean', true, '****'],
  ['list', ['美妆', '穿搭'], '美** 穿**'],
] as const)('maskValue of a %s, %j', (type, value, masked) => {
  expect(maskValue(typeof value === 'object' ? [...value] : value, type)).toBe(masked);
});
