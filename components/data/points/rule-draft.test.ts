import { describe, expect, it } from 'vitest';
import { countedOperand, draftOf, inputOf, newDraft, ruleOf } from './rule-draft';

const label = { zh: '购物积分', en: '' };

describe('a draft', () => {
  it('is a rule once it has a name, and comes back as it was', () => {
    const start = newDraft('order', 'props.amount');
    expect(inputOf(start)).toBeNull();
    expect(ruleOf(start)).not.toBeNull();
    const made = inputOf({ ...start, label });
    expect(made).toEqual({
      label: { zh: '购物积分', en: '购物积分' },
      rule: {
        kind: 'event',
        eventType: 'order',
        worth: { kind: 'per', property: 'props.amount', amount: 100, points: 1 },
        mostPerDay: null,
        from: null,
        expiresAfterDays: 365,
      },
    });
    expect(made && inputOf(draftOf(made))).toEqual(made);
  });

  it('of a task asks for a segment, and keeps what was entered for events', () => {
    const draft = { ...newDraft('order', 'props.amount'), label, kind: 'task' as const, points: 50 };
    expect(inputOf(draft)).toBeNull();
    const task = { kind: 'task', segment: 'vip', points: 50, expiresAfterDays: 365 };
    expect(inputOf({ ...draft, segment: 'vip' })).toMatchObject({ rule: task });
    expect(inputOf({ ...draft, kind: 'event' })).toMatchObject({ rule: { worth: { amount: 100 } } });
  });

  it('counts events with its conditions', () => {
    const where = { mode: 'all', rows: [] };
    expect(countedOperand({ ...newDraft('visit', null), where })).toMatchObject({
      eventType: 'visit',
      where,
    });
    expect(countedOperand(newDraft('visit', null))).not.toHaveProperty('where');
  });
});
