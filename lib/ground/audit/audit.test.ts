import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AuditQuery, auditPageDto, auditQuery } from '@/lib/contracts/audit';
import { systemActor } from '@/lib/contracts/people';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { audit } from './audit';
import { listAudit } from './list-audit';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  // Many in one millisecond: the order and the pages must hold all the same.
  for (let i = 0; i < 25; i++) {
    const action = i % 2 ? 'event.remove' : 'event-type.edit';
    await audit(database.db, systemActor(i < 5 ? 'a' : 'b'), action, `user:${i}`, { i });
  }
});
afterAll(() => database.drop());

const list = (query: Partial<AuditQuery>) => listAudit(database.db, auditQuery.parse(query));

it('lists every entry once, the newest first, page by page', async () => {
  const seen: unknown[] = [];
  let before: string | undefined;
  do {
    const page = auditPageDto.parse(await list({ limit: 7, before }));
    seen.push(...page.entries.map(({ detail }) => detail.i));
    before = page.next ?? undefined;
  } while (before);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => 24 - i));
});

it('filters by actor, target, action, area and time', async () => {
  expect((await list({ actor: 'system:a' })).entries).toHaveLength(5);
  expect((await list({ target: 'user:7' })).entries).toHaveLength(1);
  expect((await list({ action: 'event.remove' })).entries).toHaveLength(12);
  expect((await list({ action: 'event' })).entries).toHaveLength(12);
  expect((await list({ from: new Date(Date.now() + 1_000).toISOString() })).entries).toEqual([]);
  expect((await list({ to: new Date(Date.now() + 1_000).toISOString() })).entries).toHaveLength(25);
});

it('refuses a place that is none', async () => {
  await expect(list({ before: 'x' })).rejects.toMatchObject({ code: 'invalid-input' });
});
