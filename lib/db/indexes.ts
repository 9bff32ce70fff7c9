import type { Db, IndexDescription } from 'mongodb';

interface Index {
  key: Readonly<Record<string, 1 | -1>>;
  name: string;
  unique?: true;
  partialFilterExpression?: IndexDescription['partialFilterExpression'];
  expireAfterSeconds?: number;
}

/** Every index that the product relies on. `members` has three: each one is paid for at every write. */
const indexes = {
  members: [
    { key: { ord: 1 }, name: 'ord', unique: true },
    { key: { tags: 1 }, name: 'tags' },
    { key: { updatedAt: 1 }, name: 'updatedAt' },
  ],
  identities: [{ key: { memberId: 1 }, name: 'memberId' }],
  events: [
    { key: { dedupeKey: 1 }, name: 'dedupeKey', unique: true },
    { key: { memberId: 1, at: -1 }, name: 'member_at' },
    { key: { type: 1, at: 1 }, name: 'type_at' },
  ],
  definitions: [{ key: { kind: 1, key: 1 }, name: 'kind_key', unique: true }],
  versions: [{ key: { definition: 1, version: -1 }, name: 'definition_version', unique: true }],
  runs: [{ key: { definition: 1, startedAt: -1 }, name: 'definition_startedAt' }],
  runSnapshots: [{ key: { definition: 1 }, name: 'definition' }],
  cutpoints: [{ key: { definition: 1, number: -1 }, name: 'definition_number', unique: true }],
  transitions: [{ key: { definition: 1 }, name: 'definition' }],
  imports: [{ key: { createdAt: -1 }, name: 'createdAt' }],
  importChanges: [{ key: { of: 1 }, name: 'of' }],
  exports: [{ key: { createdAt: -1 }, name: 'createdAt' }],
  jobs: [
    { key: { state: 1, runAt: 1 }, name: 'state_runAt' },
    { key: { createdAt: -1 }, name: 'createdAt' },
    { key: { lockKey: 1 }, name: 'lockKey' },
  ],
  users: [
    { key: { nameLower: 1 }, name: 'nameLower', unique: true },
    {
      key: { oidcSubject: 1 },
      name: 'oidcSubject',
      unique: true,
      partialFilterExpression: { oidcSubject: { $exists: true } },
    },
  ],
  apiKeys: [{ key: { hash: 1 }, name: 'hash', unique: true }],
  audit: [
    { key: { at: -1 }, name: 'at' },
    { key: { target: 1, at: -1 }, name: 'target_at' },
  ],
  throttles: [{ key: { expiresAt: 1 }, name: 'expiresAt', expireAfterSeconds: 0 }],
  changes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 2 * 3_600 }],
  pointEntries: [{ key: { memberId: 1, seq: -1 }, name: 'member_seq' }],
} as const satisfies Record<string, readonly Index[]>;

type Declared = (typeof indexes)[keyof typeof indexes][number];

/** An index that refuses a second entry, as servers name it in their errors. */
export type UniqueIndex = '_id_' | Extract<Declared, { unique: true }>['name'];

/** Creates what is missing; safe to call at every start and from several processes. */
export async function ensureIndexes(db: Db): Promise<void> {
  for (const [name, specs] of Object.entries(indexes)) await db.collection(name).createIndexes([...specs]);
}
