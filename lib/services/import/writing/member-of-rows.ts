import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Identity } from '@/lib/db/documents';
import type { Merge, RowOwner } from '@/lib/services/members/claim-plan';
import { identityKey } from '@/lib/services/members/identity-key';
import { newMember } from '@/lib/services/members/new-member';
import { takeOrds } from '@/lib/services/members/ord';
import { type ResolveOptions, resolveMembers } from '@/lib/services/members/resolve-members';
import { insertMembers } from './write-members';

const CACHE_LIMIT = 500_000;

/** Owners in the order of the rows; how many members were made; what merged, by the places of the rows. */
export interface FoundMembers {
  owners: RowOwner[];
  created: number;
  merges: Merge[];
}

/** Finds the members of event rows, remembering those seen; makes new ones and links new identities if told to. */
export class MemberOfRows {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly db: Db,
    private readonly options: ResolveOptions,
  ) {}

  async find(rows: readonly (readonly Identity[])[]): Promise<FoundMembers> {
    const remembered = rows.map((identities) => this.remembered(identities));
    const places = rows.flatMap((_, index) => (remembered[index] === null ? index : []));
    const open = rows.filter((_, index) => remembered[index] === null);
    if (open.length === 0)
      return { owners: remembered.flatMap((owner) => owner ?? []), created: 0, merges: [] };
    const resolution = await resolveMembers(this.db, open, this.options);
    await this.insert(resolution.created);
    await this.link(open, resolution.owners, resolution.existing);
    this.remember(open, resolution.owners);
    const resolved = resolution.owners.values();
    const owners = remembered.map((owner) => owner ?? resolved.next().value ?? { kind: 'unknown' as const });
    const merges = resolution.merges.map((merge) => ({ ...merge, row: places[merge.row] ?? merge.row }));
    return { owners, created: resolution.created.size, merges };
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
    const updatedAt = new Date();
    await collection(this.db, 'members').bulkWrite(
      [...missing].map(([_id, identities]) => ({
        updateOne: {
          filter: { _id },
          update: { $set: { updatedAt }, $addToSet: { identities: { $each: identities } } },
        },
      })),
      { ordered: false },
    );
  }
}
