import type { Db } from 'mongodb';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import type { LocalText } from '@/lib/contracts/local-text';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { untilWon } from '@/lib/db/victim';
import { proposeKey } from '@/lib/values/key-proposal';

/** People who name the same thing at the same moment get different keys when they try again. */
const tries = 5;

/** Stores a new definition under the key given, or under one made of its label. Throws `key-taken`. */
export async function insertUnderKey(
  db: Db,
  key: string | undefined,
  make: (key: string) => DefinitionDoc,
  { kind, label }: { kind: DefinitionKind; label: LocalText },
): Promise<DefinitionDoc> {
  for (let attempt = 1; ; attempt += 1) {
    const doc = make(key ?? proposeKey(label.zh, await takenKeys(db, kind)));
    try {
      // Two that collide in an index beside `_id` can be a deadlock.
      await untilWon(() => collection(db, 'definitions').insertOne(doc));
      return doc;
    } catch (error) {
      const isTaken = isDuplicateKey(error, 'kind_key');
      if (isTaken && (key !== undefined || attempt === tries))
        throw new Problem('key-taken', { key: doc.key });
      if (!isTaken) throw error;
    }
  }
}

async function takenKeys(db: Db, kind: DefinitionKind): Promise<Set<string>> {
  return new Set(await collection(db, 'definitions').distinct('key', { kind }));
}
