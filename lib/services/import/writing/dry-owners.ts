import type { Db } from 'mongodb';
import type { Identity } from '@/lib/db/documents';
import { planClaims, type RowOwner } from '@/lib/services/members/claim-plan';
import { readClaims } from '@/lib/services/members/claims';
import { identityKey } from '@/lib/services/members/identity-key';

/** Says whose rows would be, as if those before had been written; writes nothing. */
export class DryOwners {
  private readonly claimed = new Map<string, string>();
  private made = 0;

  constructor(
    private readonly db: Db,
    private readonly create: boolean,
  ) {}

  async find(rows: readonly (readonly Identity[])[]): Promise<{ owners: RowOwner[]; created: number }> {
    const before = this.made;
    const keys = [...new Set(rows.flatMap((identities) => identities.map(identityKey)))];
    const stored = await readClaims(this.db, keys);
    for (const key of keys) {
      const own = this.claimed.get(key);
      if (own !== undefined && !stored.has(key)) stored.set(key, own);
    }
    const plan = planClaims(rows, stored, this.create ? () => this.newId() : null);
    for (const [key, id] of plan.claims) this.claimed.set(key, id);
    return { owners: plan.owners, created: this.made - before };
  }

  /** Whether an id stands for a member that would be made. */
  isNew(id: string): boolean {
    return id.startsWith('+');
  }

  private newId(): string {
    this.made += 1;
    return `+${this.made}`;
  }
}
