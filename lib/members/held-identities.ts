import type { Identity } from '@/lib/db/documents';
import { identityOfKey } from './identity-key';

/** What identities members have while rows are given to them. */
export class HeldIdentities {
  private readonly held = new Map<string, Identity[]>();
  private isIndexed = false;

  constructor(
    private readonly claimed: ReadonlyMap<string, string>,
    private readonly known: ReadonlyMap<string, readonly Identity[]>,
  ) {}

  add(id: string, identity: Identity): void {
    const own = this.held.get(id);
    if (own) own.push(identity);
    else this.held.set(id, [identity]);
  }

  /** What a member has of an identity's type, each once, but for itself. */
  others(id: string, { type, value }: Identity): Identity[] {
    // Most batches never ask.
    if (!this.isIndexed) for (const [key, holder] of this.claimed) this.add(holder, identityOfKey(key));
    this.isIndexed = true;
    const own = [...(this.known.get(id) ?? []), ...(this.held.get(id) ?? [])];
    const values = new Set(own.flatMap((one) => (one.type === type && one.value !== value ? one.value : [])));
    return [...values].map((other) => ({ type, value: other }));
  }
}
