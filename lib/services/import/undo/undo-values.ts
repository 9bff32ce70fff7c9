import { isDeepStrictEqual } from 'node:util';
import type { AnyBulkWriteOperation } from 'mongodb';
import type { UndoNumbers } from '@/lib/contracts/import-undo';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import type { ImportChangeDoc } from '@/lib/db/import-documents';
import type { IsOpen } from '@/lib/jobs/member-writes';
import { freeClaims } from '@/lib/members/claims';
import { identityKey } from '@/lib/members/identity-key';
import { inBatches } from './undo-events';
import { restoring, type UndoStep } from './undo-step';

type Counts = Pick<UndoNumbers, 'values' | 'valuesKept' | 'identities'>;
type Change = NonNullable<ImportChangeDoc['values']>[number];

/**
 * Gives members the values back that the import changed, where they still are what it wrote, and takes off the identities
 * that it brought. A value that was changed since stays; whoever changed it is told to give back what was before this import.
 */
export async function restoreValues(step: UndoStep): Promise<Counts> {
  const { db, dryRun, hold, fenced } = step;
  const counts: Counts = { values: 0, valuesKept: 0, identities: 0 };
  for await (const changes of inBatches(step, 'member:')) {
    await hold();
    const ids = [...new Set(changes.map(memberOf))];
    const isOpen = dryRun ? {} : await restoring(step, { ids });
    const members = await collection(db, 'members')
      .find({ _id: { $in: ids } }, { projection: { attrs: 1, consent: 1, identities: 1 } })
      .toArray();
    const now = new Date();
    const writes: AnyBulkWriteOperation<MemberDoc>[] = [];
    const freed = new Map<string, string>();
    for (const member of members) {
      // From the last to the first: an import may have changed a value twice.
      const own = changes.filter((change) => memberOf(change) === member._id).reverse();
      const values = new Values(member);
      for (const change of own) {
        for (const value of change.values ?? []) {
          if (values.giveBack(value)) counts.values += 1;
          else {
            counts.valuesKept += 1;
            if (!dryRun) await passOn(step, change.of, value);
          }
        }
      }
      const brought = new Set(own.flatMap(({ identities = [] }) => identities.map(identityKey)));
      const taken = member.identities.filter((identity) => brought.has(identityKey(identity)));
      counts.identities += taken.length;
      if (values.isChanged) writes.push(values.update(now, isOpen));
      if (taken.length > 0) {
        const pull = { $pullAll: { identities: taken }, $set: { updatedAt: now } };
        writes.push({ updateOne: { filter: { _id: member._id, ...isOpen }, update: pull } });
      }
      for (const key of brought) freed.set(key, member._id);
    }
    if (dryRun) continue;
    if (writes.length > 0) await collection(db, 'members').bulkWrite(writes);
    // Claims last: who finds one free makes a member, and then nobody else may carry the identity.
    await freeClaims(db, freed, fenced);
  }
  return counts;
}

function memberOf({ of }: ImportChangeDoc): string {
  return of.slice('member:'.length);
}

/** What a member has at paths while changes are given back, and what has to be written for that. */
class Values {
  private readonly found = new Map<string, unknown>();
  private readonly now = new Map<string, unknown>();

  constructor(private readonly member: Pick<MemberDoc, '_id' | 'attrs' | 'consent'>) {}

  /** False where the value isn't what the import wrote. */
  giveBack({ path, before, after }: Change): boolean {
    if (!this.now.has(path)) {
      this.found.set(path, this.stored(path));
      this.now.set(path, this.stored(path));
    }
    if (!isDeepStrictEqual(this.now.get(path), after)) return false;
    this.now.set(path, before);
    return true;
  }

  get isChanged(): boolean {
    return this.changed().length > 0;
  }

  /** Matches only while the values are those that were looked at. */
  update(updatedAt: Date, isOpen: IsOpen): AnyBulkWriteOperation<MemberDoc> {
    const changed = this.changed();
    const set = changed.filter(([, value]) => value !== undefined);
    const unset = changed.filter(([, value]) => value === undefined);
    return {
      updateOne: {
        filter: {
          _id: this.member._id,
          ...isOpen,
          ...Object.fromEntries(changed.map(([path]) => [path, this.found.get(path)])),
        },
        update: {
          $set: { ...Object.fromEntries(set), updatedAt },
          ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map(([path]) => [path, true])) }),
        },
      },
    };
  }

  private changed(): [string, unknown][] {
    return [...this.now].filter(([path, value]) => !isDeepStrictEqual(value, this.found.get(path)));
  }

  private stored(path: string): unknown {
    const dot = path.indexOf('.');
    const key = path.slice(dot + 1);
    const values = path.startsWith('consent.') ? this.member.consent : this.member.attrs;
    return Object.hasOwn(values, key) ? values[key] : undefined;
  }
}

/** The next import that changed this value after this one gives back, when its turn comes, what was before this one. */
async function passOn(
  { db, importId }: UndoStep,
  of: string,
  { path, before, after }: Change,
): Promise<void> {
  const changes = collection(db, 'importChanges');
  const isNext = (value: Change) => value.path === path && isDeepStrictEqual(value.before, after);
  for (;;) {
    const later = await changes
      .find({ of, import: { $ne: importId } })
      .sort({ _id: 1 })
      .toArray();
    const next = later.find(({ values = [] }) => values.some(isNext));
    if (!next?.values) return;
    const mended = next.values.map((value) => {
      if (!isNext(value)) return value;
      return before === undefined ? { path, after: value.after } : { ...value, before };
    });
    // Only while it says what was looked at: whoever passed on something meanwhile, what they said stays.
    const asRead = { _id: next._id, values: next.values };
    const { matchedCount } = await changes.updateOne(asRead, { $set: { values: mended } });
    if (matchedCount > 0) return;
  }
}
