import type { Db } from 'mongodb';
import type { LocalText } from '@/lib/contracts/local-text';
import type { PointAccount, PointEntriesQuery, PointEntry, PointEntryPage } from '@/lib/contracts/points';
import { collection } from '@/lib/db/collections';
import type { PointAccountDoc, PointEntryDoc } from '@/lib/db/point-documents';
import { memberById } from '@/lib/services/members/member-detail';
import { earnedInAll, emptyAccount } from './booking';

const shownExpiring = 3;

/** What a member has now: points whose last day is over don't count, whether a run has booked that or not. */
export async function pointAccount(db: Db, member: string, now = new Date()): Promise<PointAccount> {
  await memberById(db, member);
  return toPointAccount(await accountOf(db, member), now);
}

export async function accountOf(db: Db, member: string): Promise<PointAccountDoc> {
  return (await collection(db, 'pointAccounts').findOne({ _id: member })) ?? emptyAccount(member);
}

export function toPointAccount(account: PointAccountDoc, now: Date): PointAccount {
  const expiring = new Map<number, number>();
  let over = 0;
  for (const { left, expiresAt } of account.lots) {
    if (expiresAt === null) continue;
    if (expiresAt < now) over += left;
    else expiring.set(expiresAt.getTime(), (expiring.get(expiresAt.getTime()) ?? 0) + left);
  }
  return {
    member: account._id,
    balance: account.balance - over,
    earned: earnedInAll(account),
    expiring: [...expiring]
      .slice(0, shownExpiring)
      .map(([at, points]) => ({ points, at: new Date(at).toISOString() })),
    entries: account.seq,
  };
}

/** A page of a member's ledger, newest first. Throws `not-found`. */
export async function pointEntries(
  db: Db,
  member: string,
  { before, limit }: PointEntriesQuery,
): Promise<PointEntryPage> {
  await memberById(db, member);
  // What the account carries is the newest, and may not stand in the ledger yet.
  const { pending } = await accountOf(db, member);
  const isAsked = ({ seq }: PointEntryDoc) => before === undefined || seq < before;
  const stored = await collection(db, 'pointEntries')
    .find({ memberId: member, ...(before === undefined ? {} : { seq: { $lt: before } }) })
    .sort({ seq: -1 })
    .limit(limit + 1)
    .toArray();
  const bySeq = new Map([...pending.filter(isAsked), ...stored].map((entry) => [entry.seq, entry]));
  const entries = [...bySeq.values()].sort((a, b) => b.seq - a.seq);
  const page = entries.slice(0, limit);
  return {
    entries: await toPointEntries(db, page),
    next: entries.length > page.length ? (page.at(-1)?.seq ?? null) : null,
  };
}

export async function toPointEntries(db: Db, entries: readonly PointEntryDoc[]): Promise<PointEntry[]> {
  const ids = [...new Set(entries.flatMap(({ rule }) => rule ?? []))];
  const rules = await collection(db, 'pointRules')
    .find({ _id: { $in: ids } })
    .project<{ _id: string; label: LocalText }>({ label: 1 })
    .toArray();
  const labels = new Map(rules.map(({ _id, label }) => [_id, label]));
  return entries.map(({ _id: id, seq, kind, points, balance, at, rule, happenedAt, expiresAt, ...rest }) => ({
    id,
    seq,
    kind,
    points,
    balance,
    at: at.toISOString(),
    rule: rule === null ? null : { id: rule, label: labels.get(rule) ?? null },
    happenedAt: happenedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    lacking: rest.lacking,
    note: rest.note,
    by: rest.by,
  }));
}
