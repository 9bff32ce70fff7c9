import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identity } from '@/lib/db/documents';
import { planClaims } from './claim-plan';
import { identityKey } from './identity-key';

const identity = fc
  .integer({ min: 0, max: 7 })
  .map((n): Identity => ({ type: n < 4 ? 'phone' : 'email', value: String(n) }));
const row = fc.uniqueArray(identity, { minLength: 1, maxLength: 3, selector: identityKey });
const claimed = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom('A', 'B')))
  .map((entries) => new Map(entries.map(([n, member]) => [`${n < 4 ? 'phone' : 'email'}:${n}`, member])));

function counter(prefix: string): () => string {
  let n = 0;
  return () => {
    n += 1;
    return `${prefix}${n}`;
  };
}

test('a batch is planned as if its rows came one by one', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), claimed, (rows, before) => {
      const whole = planClaims(rows, before, counter('n'));
      const known = new Map<string, string>(before);
      const newId = counter('n');
      const single = rows.map((identities) => {
        const plan = planClaims([identities], known, newId);
        for (const [key, id] of plan.claims) known.set(key, id);
        return plan.owners[0];
      });
      expect(whole.owners).toEqual(single);
      expect(new Map<string, string>([...before, ...whole.claims])).toEqual(known);
    }),
  );
});

test('a row with an owner leads to one member through each of its identities, others claim nothing', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), claimed, fc.boolean(), (rows, before, create) => {
      const { owners, claims } = planClaims(rows, before, create ? counter('n') : null);
      const all = new Map([...before, ...claims]);
      rows.forEach((identities, index) => {
        const owner = owners[index];
        const holders = new Set(identities.map((one) => all.get(identityKey(one))));
        if (owner?.kind === 'member') expect([...holders]).toEqual([owner.id]);
        if (owner?.kind === 'conflict') expect(owner.members.length).toBeGreaterThan(1);
        expect(owner?.kind === 'unknown' && create).toBe(false);
      });
      for (const key of claims.keys()) expect(before.has(key)).toBe(false);
    }),
  );
});
