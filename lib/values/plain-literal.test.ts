import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLiteral } from './plain-literal';

test.each([
  ['1e2', '100'],
  ['1.5E+3', '1500'],
  ['-12.50e1', '-125'],
  ['125e-2', '1.25'],
  ['1e-2', '0.01'],
  ['0e5', '0'],
  ['12.5', '12.5'],
  ['1e400', '1e400'],
])('%s is %s', (text, plain) => expect(plainLiteral(text)).toBe(plain));

test('it is the same number', () => {
  const literal = fc
    .tuple(fc.integer(), fc.option(fc.stringMatching(/^\d{1,6}$/)), fc.integer({ min: -30, max: 30 }))
    .map(([whole, fraction, exponent]) => `${whole}${fraction === null ? '' : `.${fraction}`}e${exponent}`);
  fc.assert(
    fc.property(literal, (text) => {
      expect(plainLiteral(text)).not.toMatch(/e/);
      expect(Number(plainLiteral(text))).toBe(Number(text) || 0);
    }),
  );
});
