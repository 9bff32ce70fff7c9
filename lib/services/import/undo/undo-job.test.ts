import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import { undoNumbersSchema } from '@/lib/contracts/import-undo';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { cancelJob, retryJob } from '@/lib/jobs/control';
import { enqueue } from '@/lib/jobs/enqueue';
import { startWorker } from '@/lib/jobs/worker';
import { jobHandlers } from '@/lib/server/job-handlers';
import { eventRemoval, removeEvent } from '@/lib/services/members/remove-event';
import { memberRemoval, removeMember } from '@/lib/services/members/remove-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { deleteImport } from '../records/delete-import';
import { findImport } from '../records/find-import';
import { toImport } from '../records/import-dto';
import { startImport } from '../records/start-import';
import { ordersMapping, phone } from '../testing/import-text';
import { storeUpload } from '../uploads/upload-file';
import { startUndo } from './start-undo';
import { TAKE_BACK_LOCK } from './under-way';

const actor = systemActor('test');
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagloom-undo-'));
  vi.stubEnv('TAGLOOM_DATA', folder);
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  for (const { name } of await database.db.listCollections({}, { nameOnly: true }).toArray())
    await database.db.collection(name).deleteMany({});
});

/** Does what is queued, and gives the job. */
async function finished(id: string): Promise<JobDoc> {
  const { db } = database;
  const stop = new AbortController();
  const worker = startWorker(db, { handlers: jobHandlers, signal: stop.signal, concurrency: 1 });
  try {
    return await vi.waitFor(
      async () => {
        const job = await collection(db, 'jobs').findOne({ _id: id });
        if (!job || !['done', 'failed', 'cancelled', 'dead'].includes(job.state)) throw new Error('not yet');
        return job;
      },
      { timeout: 30_000, interval: 50 },
    );
  } finally {
    stop.abort();
    await worker;
  }
}

async function imported(text: string, mapping: ImportMapping = ordersMapping): Promise<string> {
  const { db } = database;
  const upload = await storeUpload(
    Readable.from([Buffer.from(`phone,openid,day,amount\n${text}`)]),
    'orders.csv',
  );
  const { id } = await startImport(db, actor, {
    upload: upload.id,
    name: 'orders.csv',
    mapping,
    dryRun: false,
  });
  await finished(`import:${id}`);
  return id;
}
const text = `${phone(1)},,2026-01-01,5\n${phone(2)},,2026-01-02,6\n`;
const counts = async () => [
  await collection(database.db, 'members').countDocuments(),
  await collection(database.db, 'events').countDocuments(),
  await collection(database.db, 'identities').countDocuments(),
];

test('is told first, done by a job, and not twice; afterwards the file comes as new', async () => {
  const { db } = database;
  const id = await imported(text);
  expect(toImport(await findImport(db, id))).toMatchObject({ state: 'done', canUndo: true, undo: null });
  const trial = await finished(await startUndo(db, actor, id, true));
  const numbers = undoNumbersSchema.parse(trial.result);
  expect(numbers).toMatchObject({ events: 2, members: 2 });
  expect(await counts()).toEqual([2, 2, 2]);
  const done = await finished(await startUndo(db, actor, id, false));
  expect(done).toMatchObject({ state: 'done', result: numbers });
  expect(await counts()).toEqual([0, 0, 0]);
  expect(toImport(await findImport(db, id))).toMatchObject({
    state: 'undone',
    canUndo: false,
    undo: { by: 'system:test', numbers },
  });
  await expect(startUndo(db, actor, id, false)).rejects.toMatchObject({ code: 'not-undoable' });
  expect(
    await collection(db, 'audit').countDocuments({ action: 'import.undo', target: `import:${id}` }),
  ).toBe(1);
  const again = await imported(text);
  expect((await findImport(db, again)).counts).toMatchObject({ accepted: 2, duplicates: 0 });
  // Its own job doesn't do it a second time.
  await collection(db, 'jobs').updateOne({ _id: `import:${id}` }, { $set: { state: 'failed' } });
  await retryJob(db, actor, jobHandlers, `import:${id}`);
  await finished(`import:${id}`);
  expect((await findImport(db, id)).state).toBe('undone');
  expect(await counts()).toEqual([2, 2, 2]);
});

test('cancelled it says that it is half done, and is finished by doing it again', async () => {
  const { db } = database;
  const id = await imported(text);
  const job = await startUndo(db, actor, id, false);
  await cancelJob(db, actor, job);
  await finished(job);
  expect(toImport(await findImport(db, id))).toMatchObject({ state: 'half-undone', canUndo: true });
  await finished(await startUndo(db, actor, id, false));
  expect((await findImport(db, id)).state).toBe('undone');
  expect(await counts()).toEqual([0, 0, 0]);
});

test('importing and taking back exclude each other', async () => {
  const { db } = database;
  const id = await imported(text);
  const upload = await storeUpload(Readable.from([Buffer.from('phone,openid,day,amount\n')]), 'x.csv');
  const start = { upload: upload.id, name: 'x.csv', mapping: ordersMapping, dryRun: false };
  const next = await startImport(db, actor, start);
  await expect(startUndo(db, actor, id, false)).rejects.toMatchObject({ code: 'import-running' });
  expect((await findImport(db, id)).state).toBe('done');
  const [member] = await collection(db, 'members').find().toArray();
  await expect(removeMember(db, actor, member?._id ?? '')).rejects.toMatchObject({ code: 'import-running' });
  await finished(`import:${next.id}`);
  const job = await startUndo(db, actor, id, false);
  await expect(startImport(db, actor, start)).rejects.toMatchObject({ code: 'taking-back' });
  await expect(startUndo(db, actor, next.id, false)).rejects.toMatchObject({ code: 'taking-back' });
  // One that was queued before anybody looked finds out once it is claimed.
  const params = { import: next.id };
  await collection(db, 'imports').updateOne({ _id: next.id }, { $set: { state: 'failed' } });
  const late = await enqueue(db, { kind: 'import', params, createdBy: 'test' });
  await collection(db, 'jobs').updateOne({ _id: job }, { $set: { runAt: new Date(Date.now() + 60_000) } });
  expect(await finished(late)).toMatchObject({ state: 'failed', error: { code: 'taking-back' } });
});

test('without its record, or of before it was kept, an import can’t be taken back', async () => {
  const { db } = database;
  const id = await imported(text);
  await collection(db, 'imports').updateOne({ _id: id }, { $unset: { fromOrd: '' } });
  await expect(startUndo(db, actor, id, true)).rejects.toMatchObject({ code: 'not-undoable' });
  await deleteImport(db, actor, id);
  await expect(startUndo(db, actor, id, true)).rejects.toMatchObject({ code: 'not-found' });
});

test('a member goes with everything of theirs, and their identities are free', async () => {
  const { db } = database;
  await imported(text);
  const claim = await collection(db, 'identities').findOne({ _id: `phone:+86${phone(1)}` });
  const id = claim?.memberId ?? '';
  expect(await memberRemoval(db, id)).toMatchObject({ events: 1, identities: 1, points: 0 });
  const job = await removeMember(db, actor, id);
  expect(await collection(db, 'jobs').findOne({ _id: job })).toMatchObject({ lockKey: TAKE_BACK_LOCK });
  expect(await finished(job)).toMatchObject({ state: 'done', result: { events: 1 } });
  expect(await counts()).toEqual([1, 1, 1]);
  expect(await collection(db, 'changes').countDocuments({ removed: { $exists: true } })).toBe(1);
  expect(await collection(db, 'audit').findOne({ action: 'member.remove' })).toMatchObject({
    detail: { events: 1 },
  });
  const again = await imported(text);
  expect((await findImport(db, again)).counts).toMatchObject({ accepted: 1, duplicates: 1 });
  await expect(removeMember(db, actor, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('an event goes alone, told with the points that it gave', async () => {
  const { db } = database;
  await imported(text);
  const [event] = await collection(db, 'events').find().toArray();
  const { _id: id, memberId } = event ?? { _id: '', memberId: '' };
  expect(await eventRemoval(db, memberId, id)).toEqual({ points: 0 });
  await expect(removeEvent(db, actor, 'somebody', id)).rejects.toMatchObject({ code: 'not-found' });
  await removeEvent(db, actor, memberId, id);
  expect(await counts()).toEqual([2, 1, 2]);
  expect(await collection(db, 'changes').findOne({ gone: id })).not.toBeNull();
  expect(await collection(db, 'audit').findOne({ action: 'event.remove' })).toMatchObject({
    target: `member:${memberId}`,
    detail: { event: id, type: 'order' },
  });
});
