import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { Identity } from '@/lib/db/documents';
import { planClaims } from '@/lib/members/claim-plan';
import { readClaims } from '@/lib/members/claims';
import { identityKey, identityOfKey } from '@/lib/members/identity-key';
import type { FoundMembers } from './member-of-rows';

/** Says whose rows would be, as if those before had been written; writes nothing. */
export class DryOwners {
  private readonly claimed = new Map<string, string>();
  /** What members would have got, by id. */
  private readonly given = new Map<string, Identity[]>();
  private made = 0;

  constructor(
    private readonly db: Db,
    private readonly create: boolean,
    private readonly apart: ReadonlySet<string>,
  ) {}

  async find(rows: readonly (readonly Identity[])[]): Promise<FoundMembers> {
    const before = this.made;
    const keys = [...new Set(rows.flatMap((identities) => identities.map(identityKey)))];
    const stored = await readClaims(this.db, keys);
    for (const key of keys) {
      const own = this.claimed.get(key);
      if (own !== undefined && !stored.has(key)) stored.set(key, own);
    }
    const known = await this.known(new Set(stored.values()));
    const newId = this.create ? () => this.newId() : null;
    const { owners, claims, merges } = planClaims(rows, stored, newId, { known, apart: this.apart });
    for (const [key, id] of claims) {
      this.claimed.set(key, id);
      this.given.set(id, [...(this.given.get(id) ?? []), identityOfKey(key)]);
    }
    return { owners, created: this.made - before, merges };
  }

  /** Whether an id stands for a member that would be made. */
  isNew(id: string): boolean {
    return id.startsWith('+');
  }

  private async known(ids: ReadonlySet<string>): Promise<Map<string, Identity[]>> {
    const known = new Map([...ids].map((id) => [id, this.given.get(id) ?? []]));
    const stored = [...ids].filter((id) => !this.isNew(id));
    if (stored.length === 0) return known;
    const members = collection(this.db, 'members').find(
      { _id: { $in: stored } },
      { projection: { identities: 1 } },
    );
    for await (const { _id, identities } of members)
      known.set(_id, [...identities, ...(known.get(_id) ?? [])]);
    return known;
  }

  private newId(): string {
    this.made += 1;
    return `+${this.made}`;
  }
}
