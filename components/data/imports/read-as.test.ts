import { describe, expect, test } from 'vitest';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import { readAs } from './read-as';

const money = (currency: string, amount: 'major' | 'minor' = 'major'): ValueSpec => ({
  type: 'money',
  currency,
  amount,
});
const number: ValueSpec = { type: 'number', unit: null };

describe('what a cell was read as, under what the column becomes now', () => {
  test('12.50 guessed as dollars', () => {
    const guess = money('USD');
    expect(readAs(1250, guess, guess)).toBe(1250);
    expect(readAs(1250, guess, money('CNY'))).toBe(1250);
    expect(readAs(1250, guess, money('JPY'))).toBe(13);
    expect(readAs(1250, guess, money('KWD'))).toBe(12_500);
    expect(readAs(1200, guess, money('USD', 'minor'))).toBe(12);
    expect(readAs(1250, guess, number)).toBe(12.5);
  });

  test('1234.5 guessed as a number', () => {
    expect(readAs(1234.5, number, money('CNY'))).toBe(123_450);
    expect(readAs(1234, number, money('CNY', 'minor'))).toBe(1234);
    expect(readAs(1234.5, number, number)).toBe(1234.5);
  });
});
