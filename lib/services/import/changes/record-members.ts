import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ImportChangeDoc } from '@/lib/db/import-documents';

/** What rows change of a member that was there before the import. */
export type MemberChanged = Required<Pick<ImportChangeDoc, 'values' | 'identities'>>;

export type RecordedMember = MemberChanged & { line: number };

/**
 * Keeps what members were before a batch changes them, by member and the line of their first row in it: the same batch done
 * again after a crash replaces what it kept, and what it had changed already it no longer finds to change.
 */
export async function recordMembers(
  db: Db,
  importId: string,
  changes: ReadonlyMap<string, RecordedMember>,
): Promise<void> {
  if (changes.size === 0) return;
  await collection(db, 'importChanges').bulkWrite(
    [...changes].map(([member, { line, values, identities }]) => ({
      replaceOne: {
        filter: { _id: `${importId}:member:${member}:${String(line).padStart(10, '0')}` },
        replacement: { import: importId, of: `member:${member}`, values, identities },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
