import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Identity, MemberDoc } from '@/lib/db/documents';
import { insertNew } from '@/lib/db/insert-new';
import { type ClaimPlan, type Merge, planClaims, type RowOwner } from './claim-plan';
import { makeClaims, readClaims, releaseClaims } from './claims';
import { identityKey, identityOfKey } from './identity-key';
import { newMemberId } from './member-id';
import { newMember } from './new-member';
import { takeOrds } from './ord';

export type StoredMember = Pick<MemberDoc, '_id' | 'identities' | 'attrs' | 'consent' | 'import'>;

export interface ResolveOptions {
  /** Make members for rows whose identities nobody has. */
  create: boolean;
  /**
   * The id of the member that the nth row makes, if it makes one; random without it. Claims under such an id are of the same
   * rows, from before an interruption: their members count as made now, whether they were written or not.
   */
  idOf?: ((row: number) => string) | undefined;
  /** Called before claims are given up again; throws to stop. */
  hold?: (() => Promise<void>) | undefined;
  /** Milliseconds after which a claim whose member never came counts as abandoned. */
  abandonedAfterMs?: number | undefined;
  /** Types of identities that alone are no reason to merge. */
  apart?: ReadonlySet<string>;
  /** The import that makes members. */
  madeBy?: string;
  /**
   * Called with what is about to be claimed and to merge, before it is: afterwards merges can't be told any more. `instead`:
   * merges that were said before, and didn't come to it since others were quicker.
   */
  claiming?: ((plan: ClaimPlan, instead: readonly Merge[]) => Promise<void>) | undefined;
}

export interface Resolution {
  /** In the order of the rows. */
  owners: RowOwner[];
  /** Members to be written by the caller now, with the identities that were claimed for them. */
  created: Map<string, Identity[]>;
  /** The members that exist, by id. */
  existing: Map<string, StoredMember>;
  merges: Merge[];
}

const ABANDONED_AFTER_MS = 10_000;
const ATTEMPTS = 50;

/**
 * Finds or makes the member of each row. Identities are claimed first, since their `_id` is unique, so that of two
 * imports at once one makes the member and the other finds it. A claim is only given up within half the time after
 * which others take it for abandoned; and an abandoned claim is repaired by making its member, which its first
 * owner, should it wake up, then finds made.
 */
export async function resolveMembers(
  db: Db,
  rows: readonly (readonly Identity[])[],
  { create, idOf, hold, abandonedAfterMs = ABANDONED_AFTER_MS, apart, madeBy, claiming }: ResolveOptions,
): Promise<Resolution> {
  const keys = [...new Set(rows.flatMap((identities) => identities.map(identityKey)))];
  const own = new Set(create && idOf ? rows.map((_, row) => idOf(row)) : []);
  const newId = (row: number) => {
    const id = idOf?.(row) ?? newMemberId();
    own.add(id);
    return id;
  };
  let waitedSince: number | null = null;
  let told: readonly Merge[] = [];
  const merges: Merge[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const claimed = await readClaims(db, keys);
    const ids = [...new Set(claimed.values())].filter((id) => !own.has(id));
    const existing = await readMembers(db, ids);
    const known = new Map([...existing].map(([id, { identities }]) => [id, identities]));
    const plan = planClaims(rows, claimed, create ? newId : null, { known, apart });
    if (plan.claims.size + told.length > 0) await claiming?.(plan, told);
    told = plan.merges;
    if (!(await claimAll(db, plan, abandonedAfterMs / 2, hold))) {
      await sleep(Math.random() * 20 * (attempt + 1));
      continue;
    }
    // From now on these identities are known.
    merges.push(...plan.merges);
    told = [];
    const missing = ids.filter((id) => !existing.has(id));
    if (missing.length === 0) return { ...plan, merges, created: createdBy(own, claimed, plan), existing };
    waitedSince ??= performance.now();
    if (performance.now() - waitedSince >= abandonedAfterMs) await repair(db, missing, madeBy);
    else await sleep(Math.min(200, abandonedAfterMs / 4));
    attempt = 0;
  }
  throw new Error('identities are contended: other imports keep claiming the same ones');
}

/** Makes the claims of a plan; if any is lost, gives up those of the members concerned and answers false. */
async function claimAll(
  db: Db,
  { claims }: ClaimPlan,
  limitMs: number,
  hold: ResolveOptions['hold'],
): Promise<boolean> {
  const startedAt = performance.now();
  const lost = await makeClaims(db, claims);
  if (lost.size === 0) return true;
  const members = new Set([...lost].map((key) => claims.get(key)));
  const won = new Map([...claims].filter(([key, id]) => members.has(id) && !lost.has(key)));
  await hold?.();
  if (performance.now() - startedAt > limitMs)
    throw new Error('claiming identities took too long to be undone');
  await releaseClaims(db, won);
  return false;
}

function createdBy(
  own: ReadonlySet<string>,
  claimed: ReadonlyMap<string, string>,
  plan: ClaimPlan,
): Map<string, Identity[]> {
  const created = new Map<string, Identity[]>();
  for (const [key, id] of [...claimed, ...plan.claims]) {
    if (own.has(id)) created.set(id, [...(created.get(id) ?? []), identityOfKey(key)]);
  }
  return created;
}

async function readMembers(db: Db, ids: readonly string[]): Promise<Map<string, StoredMember>> {
  if (ids.length === 0) return new Map();
  const found = await collection(db, 'members')
    .find(
      { _id: { $in: [...ids] } },
      { projection: { identities: 1, attrs: 1, consent: 1, import: 1 }, batchSize: ids.length + 1 },
    )
    .toArray();
  return new Map(found.map((member) => [member._id, member]));
}

/** Makes the members whose claims were left by a process that died; safe when somebody else does so too. */
async function repair(db: Db, ids: readonly string[], madeBy?: string): Promise<void> {
  const claims = await collection(db, 'identities')
    .find({ memberId: { $in: [...ids] } })
    .toArray();
  const ord = await takeOrds(db, ids.length);
  const now = new Date();
  const docs = ids.map((id, index) => {
    const identities = claims.filter(({ memberId }) => memberId === id).map(({ _id }) => identityOfKey(_id));
    return newMember(id, ord + index, identities, now, madeBy);
  });
  await insertNew(collection(db, 'members'), docs, '_id_');
}
