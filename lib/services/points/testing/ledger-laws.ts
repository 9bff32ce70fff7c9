import type { Db } from 'mongodb';
import { expect } from 'vitest';
import { collection } from '@/lib/db/collections';
import type { PointAccountDoc, PointEntryDoc } from '@/lib/db/point-documents';

/** A member's ledger as readers see it: what is stored, and what the account still carries. In order. */
export async function ledgerOf(db: Db, account: PointAccountDoc): Promise<PointEntryDoc[]> {
  const stored = await collection(db, 'pointEntries').find({ memberId: account._id }).toArray();
  const byId = new Map([...account.pending, ...stored].map((entry) => [entry._id, entry]));
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * What holds at every moment, whoever was killed where: the ledger has no gaps, each entry adds up with the one before,
 * nothing was ever below zero, and ledger, lots and totals come to the balance.
 */
export async function expectLedgerLaws(db: Db): Promise<void> {
  const accounts = await collection(db, 'pointAccounts').find().toArray();
  for (const account of accounts) {
    const { balance, lots, totals, seq } = account;
    const ledger = await ledgerOf(db, account);
    expect(ledger.map((entry) => entry.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
    let sum = 0;
    for (const entry of ledger) {
      sum += entry.points;
      expect(entry.balance).toBe(sum);
      expect(sum).toBeGreaterThanOrEqual(0);
    }
    expect(sum).toBe(balance);
    expect(lots.reduce((total, { left }) => total + left, 0)).toBe(balance);
    expect(lots.every(({ left }) => left > 0)).toBe(true);
    const { given, redeemed, expired, reversed, adjusted } = totals;
    expect(given - redeemed - expired - reversed + adjusted).toBe(balance);
  }
  const orphans = await collection(db, 'pointEntries').countDocuments({
    memberId: { $nin: accounts.map(({ _id }) => _id) },
  });
  expect(orphans).toBe(0);
}
