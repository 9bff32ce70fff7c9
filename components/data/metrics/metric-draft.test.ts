import { describe, expect, it } from 'vitest';
import { keySchema } from '@/lib/contracts/catalogue';
import { aggregateFunctions, emptyCatalogue, eventOperand } from '@/rules-engine/index';
import { asOfInstant, initialOperand, isKnown, proposedKey, readOperand, windowOf } from './metric-draft';

describe('a proposed key', () => {
  it('says what is counted', () => {
    expect(proposedKey(initialOperand('order'))).toBe('order_count_90d');
    expect(
      proposedKey({
        ...initialOperand('order'),
        fn: 'sum',
        property: 'props.amount',
        window: { kind: 'allTime' },
      }),
    ).toBe('order_amount_sum');
  });
  it('is a key for every function', () => {
    for (const fn of aggregateFunctions) {
      const key = proposedKey({ ...initialOperand('order'), fn, property: 'props.amount' });
      expect(keySchema.safeParse(key).success, key).toBe(true);
    }
  });
});

describe('an operand', () => {
  it('starts as a valid one, whatever the window', () => {
    for (const kind of ['allTime', 'last', 'between'] as const) {
      const operand = {
        ...initialOperand('order'),
        window: windowOf(kind, Date.UTC(2026, 5, 30), 'Asia/Shanghai'),
      };
      expect(eventOperand.safeParse(operand).success).toBe(true);
    }
  });
  it('is read as stored, and starts anew when it is broken', () => {
    const stored = { ...initialOperand('visit'), fn: 'last' };
    expect(readOperand(stored, 'order')).toEqual(stored);
    expect(readOperand({ kind: 'event' }, 'order')).toEqual(initialOperand('order'));
  });
  it('is unknown to a catalogue without its event', () => {
    expect(isKnown(initialOperand('order'), emptyCatalogue)).toBe(false);
  });
});

describe('as of', () => {
  it('is the end of the local day', () => {
    expect(asOfInstant('1998-06-30', 'America/New_York')).toBe('1998-07-01T03:59:59.999Z');
  });
});
