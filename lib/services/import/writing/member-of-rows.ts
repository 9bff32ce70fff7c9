import type { Db } from 'mongodb';
import type { EventsMapping } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import type { Identity } from '@/lib/db/documents';
import { inOneOrder } from '@/lib/db/one-order';
import type { Merge, RowOwner } from '@/lib/members/claim-plan';
import { identityKey } from '@/lib/members/identity-key';
import { importedMemberId } from '@/lib/members/member-id';
import { newMember } from '@/lib/members/new-member';
import { takeOrds } from '@/lib/members/ord';
import { type Resolution, resolveMembers } from '@/lib/members/resolve-members';
import { type RecordedMember, recordMembers } from '../changes/record-members';
import { apartTypes } from './apart-types';
import { changing, claimingRows, type ImportClaim } from './import-claim';
import { insertMembers } from './write-members';

const CACHE_LIMIT = 500_000;

/** Owners in the order of the rows; how many members were made; what merged, by the places of the rows. */
export interface FoundMembers {
  owners: RowOwner[];
  created: number;
  merges: Merge[];
}

export interface IdentifiedRow {
  line: number;
  identities: readonly Identity[];
}

/** Finds the members of event rows, remembering those seen; makes new ones and links new identities if told to. */
export class MemberOfRows {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly db: Db,
    private readonly mapping: EventsMapping,
    private readonly claim: ImportClaim,
  ) {}

  async find(rows: readonly IdentifiedRow[]): Promise<FoundMembers> {
    const remembered = rows.map(({ identities }) => this.remembered(identities));
    const places = rows.flatMap((_, index) => (remembered[index] === null ? index : []));
    const unknown = rows.filter((_, index) => remembered[index] === null);
    if (unknown.length === 0)
      return { owners: remembered.flatMap((owner) => owner ?? []), created: 0, merges: [] };
    const { importId, abandonedAfterMs, fenced } = this.claim;
    const open = unknown.map(({ identities }) => identities);
    const lineOf = (row: number) => unknown[row]?.line ?? 0;
    const resolution = await resolveMembers(this.db, open, {
      create: this.mapping.createMembers,
      apart: apartTypes(this.mapping),
      madeBy: importId,
      abandonedAfterMs,
      idOf: (row) => importedMemberId(importId, lineOf(row)),
      hold: fenced?.hold,
      claiming: claimingRows(this.claim, lineOf),
    });
    await this.insert(resolution.created);
    await this.link(open, resolution, rows[0]?.line ?? 0);
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
    await this.claim.fenced?.hold();
    const now = new Date();
    const firstOrd = await takeOrds(this.db, created.size);
    const docs = [...created].map(([id, identities], index) =>
      newMember(id, firstOrd + index, identities, now, this.claim.importId),
    );
    await insertMembers(this.db, docs);
  }

  /**
   * Identities that were claimed for a member, now or before a crash, and that its document doesn't carry yet; `line` is that
   * of the first row.
   */
  private async link(
    rows: readonly (readonly Identity[])[],
    { owners, existing }: Resolution,
    line: number,
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
    const { importId } = this.claim;
    const changes = [...missing].filter(([id]) => existing.get(id)?.import !== importId);
    const recorded = changes.map(([id, identities]): [string, RecordedMember] => [
      id,
      { line, values: [], identities },
    ]);
    await recordMembers(this.db, importId, new Map(recorded));
    const isOpen = await changing(this.claim, [...missing.keys()]);
    const updatedAt = new Date();
    await collection(this.db, 'members').bulkWrite(
      inOneOrder([...missing], ([_id]) => _id).map(([_id, identities]) => ({
        updateOne: {
          filter: { _id, ...isOpen },
          update: { $set: { updatedAt }, $addToSet: { identities: { $each: identities } } },
        },
      })),
      { ordered: false },
    );
  }
}
