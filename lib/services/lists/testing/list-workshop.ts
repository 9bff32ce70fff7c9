import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { NewList } from '@/lib/contracts/lists';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { Identity, ListDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { jobById } from '@/lib/jobs/control';
import { startWorker } from '@/lib/jobs/worker';
import { makeClaims } from '@/lib/members/claims';
import { identityKey } from '@/lib/members/identity-key';
import { newMember } from '@/lib/members/new-member';
import { jobHandlers } from '@/lib/server/job-handlers';
import { storeUpload } from '@/lib/services/import/uploads/upload-file';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { createList } from '../create-list';
import { findList } from '../list-dto';
import { unmatchedCsv } from '../unmatched-file';

export const actor = systemActor('test');

/** The phone of member `m<n>`, as it is stored. */
export const phone = (n: number) => `+86138${String(n).padStart(8, '0')}`;
/** The same as people write it. */
export const plainPhone = (n: number) => phone(n).slice(3);

/** A database with members m0, m1 … who have a phone, an email and an OpenID; a folder for files. */
export interface ListWorkshop extends TestDatabase {
  upload(content: string | Uint8Array): Promise<string>;
  /** Uploads and makes a list of phones unless told otherwise. */
  list(content: string | Uint8Array, more?: Partial<NewList>): Promise<ListDoc>;
  /** Lets a worker bring the list's job to its end; gives the list, null once it is gone. */
  settled(id: string): Promise<ListDoc | null>;
  /** Ids of the members on a list. */
  on(list: string): Promise<string[]>;
  unmatched(list: string, locale?: 'zh' | 'en'): Promise<string>;
}

export async function listWorkshop(members: number): Promise<ListWorkshop> {
  const folder = await mkdtemp(join(tmpdir(), 'tagloom-lists-'));
  process.env.TAGLOOM_DATA = folder;
  const database = await testDatabase();
  const { db } = database;
  await ensureIndexes(db);
  await addMembers(database, members);

  const upload = async (content: string | Uint8Array): Promise<string> => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    async function* body(): AsyncGenerator<Uint8Array> {
      yield bytes;
    }
    return (await storeUpload(body(), 'list.csv')).id;
  };

  return {
    ...database,
    upload,
    list: async (content, more = {}) => {
      const list = { label: 'a list', identityType: 'phone', upload: await upload(content), ...more };
      return findList(db, (await createList(db, actor, list)).id);
    },
    settled: async (id) => {
      const stop = new AbortController();
      const kinds = ['match-list', 'delete-list'];
      const worker = startWorker(db, {
        handlers: jobHandlers,
        kinds,
        signal: stop.signal,
        times: { idleMs: 10 },
      });
      const find = () => collection(db, 'lists').findOne({ _id: id });
      const jobState = async () => {
        const list = await find();
        return list ? (await jobById(db, list.job)).state : 'done';
      };
      await expect.poll(jobState, { timeout: 30_000, interval: 20 }).toMatch(/done|failed|cancelled|dead/);
      stop.abort();
      await worker;
      return find();
    },
    on: async (list) => {
      const found = await collection(db, 'members').find({ lists: list }).sort({ ord: 1 }).toArray();
      return found.map(({ _id }) => _id);
    },
    unmatched: async (list, locale = 'en') => {
      let text = '';
      for await (const piece of await unmatchedCsv(await findList(db, list), locale)) text += piece;
      return text;
    },
    drop: async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

async function addMembers({ db }: TestDatabase, count: number): Promise<void> {
  const began = new Date('2026-01-01T00:00:00Z');
  const docs = Array.from({ length: count }, (_, n) => newMember(`m${n}`, n, identitiesOf(n), began));
  if (docs.length > 0) await collection(db, 'members').insertMany(docs);
  const claims = docs.flatMap(({ _id, identities }) =>
    identities.map((identity) => [identityKey(identity), _id] as const),
  );
  await makeClaims(db, new Map(claims));
}

function identitiesOf(n: number): Identity[] {
  return [
    { type: 'phone', value: phone(n) },
    { type: 'email', value: `m${n}@example.com` },
    { type: 'openid', value: `oAbC${String(n).padStart(6, '0')}xyz` },
  ];
}
