import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Identity } from '@/lib/db/documents';
import type { RowOwner } from '@/lib/services/members/claim-plan';
import { identityKey } from '@/lib/services/members/identity-key';
import { importedMemberId } from '@/lib/services/members/member-id';
import { newMember } from '@/lib/services/members/new-member';
import { takeOrds } from '@/lib/services/members/ord';
import { resolveMembers } from '@/lib/services/members/resolve-members';
import { changing, type ImportClaim } from './import-claim';
import { insertMembers } from './write-members';

const CACHE_LIMIT = 500_000;

/** Finds the members of event rows, remembering those seen; makes new ones and links new identities if told to. */
export class MemberOfRows {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly db: Db,
    private readonly create: boolean,
    private readonly claim: ImportClaim,
  ) {}

  async find(
    rows: readonly { line: number; identities: readonly Identity[] }[],
  ): Promise<{ owners: RowOwner[]; created: number }> {
    const remembered = rows.map(({ identities }) => this.remembered(identities));
    const unknown = rows.filter((_, index) => remembered[index] === null);
    if (unknown.length === 0) return { owners: remembered.flatMap((owner) => owner ?? []), created: 0 };
    const open = unknown.map(({ identities }) => identities);
    const resolution = await resolveMembers(this.db, open, {
      create: this.create,
      abandonedAfterMs: this.claim.abandonedAfterMs,
      idOf: (row) => importedMemberId(this.claim.importId, unknown[row]?.line ?? 0),
      hold: this.claim.fenced?.hold,
    });
    await this.insert(resolution.created);
    await this.link(open, resolution.owners, resolution.existing);
    this.remember(open, resolution.owners);
    const resolved = resolution.owners.values();
    const owners = remembered.map((owner) => owner ?? resolved.next().value ?? { kind: 'unknown' as const });
    return { owners, created: resolution.created.size };
  }

  private remembered(identities: readonly Identity[]): RowOwner | null {
    const [first, ...others] = identities.map((identity) => this.known.get(identityKey(identity)));
    return first !== undefined && others.every((id) => id === first) ? { kind: 'member', id: first } : null;
  }

  private remember(rows: readonly (readonly Identity[])[], owners: readonly RowOwner[]): void {
    if (this.known.size > CACHE_LIMIT) this.known.clear();
    owners.forEach((owner, index) => {
      if (owner.kind !== 'member') return;
      for (const identity of rows[index] ?? []) this.known.set(identityKey(identity), owner.id);
    });
  }

  private async insert(created: ReadonlyMap<string, Identity[]>): Promise<void> {
    if (created.size === 0) return;
    const now = new Date();
    const firstOrd = await takeOrds(this.db, created.size);
    const docs = [...created].map(([id, identities], index) =>
      newMember(id, firstOrd + index, identities, now),
    );
    await insertMembers(this.db, docs);
  }

  /** Identities that were claimed for a member, now or before a crash, and that its document doesn't carry yet. */
  private async link(
    rows: readonly (readonly Identity[])[],
    owners: readonly RowOwner[],
    existing: ReadonlyMap<string, { identities: Identity[] }>,
  ): Promise<void> {
    const missing = new Map<string, Identity[]>();
    owners.forEach((owner, index) => {
      const stored = owner.kind === 'member' ? existing.get(owner.id) : undefined;
      if (owner.kind !== 'member' || stored === undefined) return;
      const keys = new Set(stored.identities.map(identityKey));
      const lacks = (rows[index] ?? []).filter((identity) => !keys.has(identityKey(identity)));
      if (lacks.length > 0) missing.set(owner.id, [...(missing.get(owner.id) ?? []), ...lacks]);
    });
    if (missing.size === 0) return;
    const isOpen = await changing(this.claim, [...missing.keys()]);
    const updatedAt = new Date();
    await collection(this.db, 'members').bulkWrite(
      [...missing].map(([_id, identities]) => ({
        updateOne: {
          filter: { _id, ...isOpen },
          update: { $set: { updatedAt }, $addToSet: { identities: { $each: identities } } },
        },
      })),
      { ordered: false },
    );
  }
}
