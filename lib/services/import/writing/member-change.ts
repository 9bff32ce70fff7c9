import type { AnyBulkWriteOperation } from 'mongodb';
import type { Identity, MemberDoc } from '@/lib/db/documents';
import type { IsOpen } from '@/lib/jobs/member-writes';
import type { StoredMember } from '@/lib/members/resolve-members';
import type { StoredValue } from '@/lib/values/value-reader';
import type { MemberChanged } from '../changes/record-members';
import type { MemberRow } from '../rows/member-row';

/** A member while the rows of a batch are applied to it, and what has to be written for that. */
export class MemberChange {
  private readonly set = new Map<string, unknown>();
  private readonly identities: Identity[] = [];

  constructor(
    private readonly stored: Pick<StoredMember, 'identities' | 'attrs' | 'consent'>,
    /** A member that isn't stored yet changes with its first row, whatever that says. */
    private untouched: boolean,
  ) {}

  /** Applies a row and answers whether it changes anything. What a row leaves empty stays as it is. */
  apply(row: MemberRow): boolean {
    let changed = this.untouched;
    this.untouched = false;
    for (const identity of row.identities) changed = this.addIdentity(identity) || changed;
    for (const [path, value] of row.attrs) changed = this.setValue(path, value) || changed;
    for (const consent of row.consent) changed = this.setConsent(consent) || changed;
    return changed;
  }

  get isEmpty(): boolean {
    return this.set.size === 0 && this.identities.length === 0;
  }

  /** The update of a stored member, where `isOpen` holds; null when nothing changes. */
  update(id: string, now: Date, isOpen: IsOpen): AnyBulkWriteOperation<MemberDoc> | null {
    if (this.isEmpty) return null;
    return {
      updateOne: {
        filter: { _id: id, ...isOpen },
        update: {
          $set: { ...Object.fromEntries(this.set), updatedAt: now },
          ...(this.identities.length === 0 ? {} : { $addToSet: { identities: { $each: this.identities } } }),
        },
      },
    };
  }

  /** What it changes of a stored member, as it was and as it will be; null when nothing changes. */
  changed(): MemberChanged | null {
    if (this.set.size === 0 && this.identities.length === 0) return null;
    const values = [...this.set].map(([path, after]) => {
      const [root, key] = splitPath(path);
      const before = own(root === 'attrs' ? this.stored.attrs : this.stored.consent, key);
      return before === undefined ? { path, after } : { path, before, after };
    });
    return { values, identities: this.identities };
  }

  /** The new member with all that was applied. */
  fill(member: MemberDoc): MemberDoc {
    const filled = { ...member, attrs: { ...member.attrs }, consent: { ...member.consent } };
    for (const [path, value] of this.set) {
      const [root, key] = splitPath(path);
      if (root === 'attrs') filled.attrs[key] = value;
      else filled.consent[key] = this.purposes(key);
    }
    return filled;
  }

  private addIdentity({ type, value }: Identity): boolean {
    const known = [...this.stored.identities, ...this.identities];
    if (known.some((one) => one.type === type && one.value === value)) return false;
    this.identities.push({ type, value });
    return true;
  }

  private setValue(path: string, value: StoredValue): boolean {
    const [, key] = splitPath(path);
    const current = this.set.has(path) ? this.set.get(path) : own(this.stored.attrs, key);
    if (sameValue(current, value)) return false;
    this.set.set(path, value);
    return true;
  }

  private setConsent({ channel, purposes, agreed }: MemberRow['consent'][number]): boolean {
    const current = this.purposes(channel);
    const next = agreed
      ? [...current, ...purposes.filter((purpose) => !current.includes(purpose))]
      : current.filter((purpose) => !purposes.includes(purpose));
    if (next.length === current.length) return false;
    this.set.set(`consent.${channel}`, next);
    return true;
  }

  private purposes(channel: string): string[] {
    const value = this.set.get(`consent.${channel}`) ?? own(this.stored.consent, channel);
    return Array.isArray(value) ? value.filter((purpose) => typeof purpose === 'string') : [];
  }
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function splitPath(path: string): [string, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function sameValue(a: unknown, b: StoredValue): boolean {
  if (b instanceof Date) return a instanceof Date && a.getTime() === b.getTime();
  if (Array.isArray(b))
    return Array.isArray(a) && a.length === b.length && b.every((entry, index) => entry === a[index]);
  return a === b;
}
