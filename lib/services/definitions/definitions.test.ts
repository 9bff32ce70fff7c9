import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '@/lib/contracts/definitions';
import type { Actor } from '@/lib/contracts/people';
import { demoAsOf } from '@/lib/counting/testing/demo-workspace';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { listAudit } from '@/lib/ground/audit/list-audit';
import { testFence } from '@/lib/jobs/testing/fence';
import { newMember } from '@/lib/members/new-member';
import { publish } from '@/lib/services/versions/publish';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { loadEnvironment } from '@/lib/workspace/environment';
import { draw, type Graph } from '@/rules-engine/index';
import { archiveDefinition, deleteDefinition, restoreDefinition } from './archive';
import { createDefinition, duplicateDefinition } from './create-definition';
import { deleteDefinitionJob } from './delete-job';
import { editDefinition } from './edit-definition';
import { findDefinition } from './find-definition';
import { keepAsOf } from './keep-as-of';
import { listDefinitions } from './list-definitions';
import { saveDraft } from './save-draft';
import { listTemplates } from './templates';
import { definitionUsage } from './usage';

let database: TestDatabase;
const db = () => database.db;
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(db());
});
afterAll(() => database.drop());

const person = (name: string, role: Actor['role'] = 'approver'): Actor => ({
  id: name,
  name,
  role,
  via: 'session',
  address: null,
});
const anna = person('anna');
const ben = person('ben');
const text = (zh: string, en = zh) => ({ zh, en });
const code = (expected: string) => expect.objectContaining({ code: expected });
const query = { search: '', archived: false };

let made = 0;
function fresh(kind: 'tag' | 'segment' = 'segment', more: { folder?: string; key?: string } = {}) {
  made += 1;
  return createDefinition(db(), anna, { kind, key: `made_${made}`, label: text(`第${made}个`), ...more });
}

/** Everybody, as a segment, and everybody of another one. */
const everybody = (x = 0): Graph =>
  draw('segment', { all: { type: 'allMembers', at: [x, 0] }, out: { type: 'segmentOutput', at: [1, 0] } }, [
    'all.out → out.in',
  ]);
const within = (key: string): Graph =>
  draw(
    'segment',
    { s: { type: 'segment', params: { key }, at: [0, 0] }, out: { type: 'segmentOutput', at: [1, 0] } },
    ['s.out → out.in'],
  );

async function save({ id, revision }: Definition, graph: Graph): Promise<Definition> {
  expect(await saveDraft(db(), anna, id, { revision, graph })).toMatchObject({ ok: true });
  const doc = await findDefinition(db(), id);
  return { ...(await editDefinition(db(), anna, id, {})), revision: doc.revision };
}

describe('as of when a definition is worked on', () => {
  test('is remembered, and is no edit', async () => {
    const before = await fresh();
    expect(before.asOf).toBeNull();
    expect(await keepAsOf(db(), before.id, '1998-06-30')).toBe('1998-06-30');
    expect(await editDefinition(db(), ben, before.id, {})).toEqual({ ...before, asOf: '1998-06-30' });
    const copy = await duplicateDefinition(db(), anna, before.id, { label: text('副本') });
    expect(copy.asOf).toBe('1998-06-30');
    await keepAsOf(db(), before.id, null);
    expect(await editDefinition(db(), anna, before.id, {})).toEqual(before);
  });

  test('is refused where there is no such definition, or only in the bin', async () => {
    await expect(keepAsOf(db(), 'nothing', null)).rejects.toThrow(code('not-found'));
    const { id } = await fresh();
    await archiveDefinition(db(), anna, id);
    await expect(keepAsOf(db(), id, '1998-06-30')).rejects.toThrow(code('archived'));
    await restoreDefinition(db(), anna, id);
  });
});

describe('a new definition', () => {
  test('begins with all members and one output', async () => {
    const { graph, state, revision } = await fresh('tag');
    expect(graph.nodes.map(({ type }) => type)).toEqual(['allMembers', 'tagValue']);
    expect({ state, revision }).toEqual({ state: 'draft', revision: 0 });
  });

  test('gets a key of its label in pinyin, and each its own', async () => {
    const label = text('高价值会员', 'High value');
    const keys = await Promise.all(
      [1, 2, 3].map(async () => (await createDefinition(db(), anna, { kind: 'tag', label })).key),
    );
    expect(keys.sort()).toEqual(['gaojiazhihuiyuan', 'gaojiazhihuiyuan_2', 'gaojiazhihuiyuan_3']);
  });

  test('has a key of its own in its kind only', async () => {
    await createDefinition(db(), anna, { kind: 'tag', key: 'vip', label: text('VIP') });
    const again = createDefinition(db(), anna, { kind: 'tag', key: 'vip', label: text('VIP') });
    await expect(again).rejects.toEqual(code('key-taken'));
    await createDefinition(db(), anna, { kind: 'segment', key: 'vip', label: text('VIP') });
  });

  test('begins from a template, which says what the workspace lacks', async () => {
    const [first] = await listTemplates(db(), 'segment');
    expect(first?.missing.length).toBeGreaterThan(0);
    const template = first?.id ?? '';
    const { graph } = await createDefinition(db(), anna, { kind: 'segment', label: text('模板'), template });
    expect(graph.nodes.length).toBeGreaterThan(2);
    const wrong = createDefinition(db(), anna, { kind: 'tag', label: text('模板'), template });
    await expect(wrong).rejects.toEqual(code('not-found'));
  });

  test('may be a copy of the draft of another', async () => {
    const original = await save(await fresh('segment', { folder: '消费' }), everybody());
    const copy = await duplicateDefinition(db(), ben, original.id, { label: text('副本') });
    expect(copy).toMatchObject({ folder: '消费', graph: original.graph, createdBy: 'ben', state: 'draft' });
    expect(copy.key).not.toBe(original.key);
  });
});

describe('saving a draft', () => {
  test('of two at the same time exactly one wins, and the other is told who and what', async () => {
    const { id, revision } = await fresh();
    const people = Array.from({ length: 8 }, (_, i) => person(`p${i}`));
    const results = await Promise.all(
      people.map((actor, i) => saveDraft(db(), actor, id, { revision, graph: everybody(i) })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = results.findIndex(({ ok }) => ok);
    for (const result of results) {
      if (result.ok) continue;
      expect(result.definition).toMatchObject({
        revision: 1,
        updatedBy: `p${winner}`,
        graph: everybody(winner),
      });
    }
  });

  test('takes the revision that was read, not just any', async () => {
    const definition = await save(await fresh(), everybody());
    const stale = await saveDraft(db(), ben, definition.id, { revision: 0, graph: everybody(3) });
    expect(stale).toMatchObject({ ok: false, definition: { revision: 1, graph: everybody() } });
  });

  test('keeps what is incomplete, but nothing that the database could not hold', async () => {
    const { id, revision } = await fresh();
    const bad = (params: Record<string, unknown>) => {
      const graph = draw('segment', { n: { type: 'condition', params, at: [0, 0] } }, []);
      return saveDraft(db(), anna, id, { revision, graph });
    };
    await expect(bad({ $where: 'x' })).rejects.toEqual(code('invalid-input'));
    await expect(bad({ 'a.b': 1 })).rejects.toEqual(code('invalid-input'));
    const tag = draw('tag', {}, []);
    await expect(saveDraft(db(), anna, id, { revision, graph: tag })).rejects.toEqual(code('invalid-input'));
    const deep = JSON.parse(`${'{"a":['.repeat(37)}1${']}'.repeat(37)}`);
    expect(await bad({ rows: [{ subject: { kind: 'nonsense' } }], deep })).toMatchObject({ ok: true });
    const { draft } = await findDefinition(db(), id);
    expect(draft.nodes[0]?.params.deep).toEqual(deep);
  });

  test('is one record of the audit trail as long as one person goes on', async () => {
    const definition = await fresh();
    for (const [i, actor] of [ben, ben, ben, anna].entries()) {
      await saveDraft(db(), actor, definition.id, { revision: i, graph: everybody(i) });
    }
    const { entries } = await listAudit(db(), { target: `segment:${definition.key}`, limit: 50 });
    expect(entries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'definition.edit anna',
      'definition.edit ben',
      'definition.create anna',
    ]);
  });
});

describe('names and folders', () => {
  test('change at once, and leave the draft and its revision alone', async () => {
    const { id, revision, graph } = await fresh();
    const edited = await editDefinition(db(), ben, id, {
      label: text('新名字'),
      folder: '生命周期/新客',
      key: 'renamed',
    });
    expect(edited).toMatchObject({
      label: text('新名字'),
      folder: '生命周期/新客',
      key: 'renamed',
      revision,
      graph,
    });
  });

  test('a key is fixed once it was published, taken ones are refused, and used ones too', async () => {
    const one = await save(await fresh('segment', { key: 'fixed_one' }), everybody());
    const other = await fresh('segment', { key: 'other_one' });
    await expect(editDefinition(db(), anna, other.id, { key: 'fixed_one' })).rejects.toEqual(
      code('key-taken'),
    );
    await save(other, within('fixed_one'));
    await expect(editDefinition(db(), anna, one.id, { key: 'new_one' })).rejects.toEqual(code('in-use'));
    await publish(db(), anna, one.id, one, demoAsOf);
    await expect(editDefinition(db(), anna, one.id, { key: 'new_one' })).rejects.toEqual(code('key-fixed'));
  });

  test('are found by either language, key, pinyin and its initials, in a folder and below it', async () => {
    const label = text('沉睡会员', 'Dormant members');
    await createDefinition(db(), anna, { kind: 'segment', key: 'asleep', label, folder: '生命周期/流失' });
    const find = async (search: string, folder?: string) =>
      (await listDefinitions(db(), { ...query, search, folder })).definitions.map(({ key }) => key);
    for (const search of ['沉睡', 'dormant', 'asleep', 'chenshui', 'csh', '  Dormant M'])
      expect(await find(search), search).toContain('asleep');
    expect(await find('asleep', '生命周期')).toEqual(['asleep']);
    expect(await find('asleep', '生命')).toEqual([]);
    const { folders } = await listDefinitions(db(), { ...query, kind: 'segment' });
    expect(folders).toContainEqual({ path: '生命周期', n: 2 });
    expect(folders).toContainEqual({ path: '生命周期/流失', n: 1 });
  });
});

describe('the recycle bin', () => {
  test('takes what nobody uses, gives it back, and says where it is used', async () => {
    const used = await save(await fresh('segment', { key: 'used' }), everybody());
    await publish(db(), anna, used.id, used, demoAsOf);
    const user = await save(await fresh('segment', { key: 'user' }), within('used'));
    expect(await definitionUsage(db(), used.id)).toEqual([
      { kind: 'segment', id: user.id, label: user.label, state: 'draft', nodes: ['s'] },
    ]);
    await expect(archiveDefinition(db(), anna, used.id)).rejects.toMatchObject({
      code: 'in-use',
      params: { where: user.label },
    });

    // What is in the bin itself no longer keeps others out of it, but it does keep them from being deleted for good.
    await archiveDefinition(db(), anna, user.id);
    await archiveDefinition(db(), anna, used.id);
    await expect(deleteDefinition(db(), anna, used.id)).rejects.toEqual(code('in-use'));
    const { archived, definitions } = await listDefinitions(db(), { ...query, archived: true });
    expect(definitions.map(({ id }) => id).sort()).toEqual([used.id, user.id].sort());
    expect(archived).toBe(2);

    expect(await restoreDefinition(db(), anna, used.id)).toMatchObject({ archivedAt: null });
    expect(await deleteDefinition(db(), anna, user.id)).toEqual({ job: null });
    await expect(findDefinition(db(), user.id)).rejects.toEqual(code('not-found'));
  });

  test('lets nothing in it be changed, and nothing outside it be deleted', async () => {
    const { id } = await fresh();
    await expect(deleteDefinition(db(), anna, id)).rejects.toEqual(code('not-archived'));
    await archiveDefinition(db(), anna, id);
    await expect(editDefinition(db(), anna, id, { folder: 'x' })).rejects.toEqual(code('archived'));
    const save = saveDraft(db(), anna, id, { revision: 0, graph: everybody() });
    await expect(save).rejects.toEqual(code('archived'));
    expect((await loadEnvironment(db())).catalogue.segments).not.toHaveProperty(id);
  });

  test('a deleted tag leaves nothing on the members, and its key is free only then', async () => {
    const tag = await fresh('tag', { key: 'gone' });
    const others = ['gone_too:1', 'go:2', 'gone1:3'];
    const now = new Date();
    const since = { at: now, run: 'r' };
    await collection(db(), 'members').insertMany(
      Array.from({ length: 2_500 }, (_, ord) => ({
        ...newMember(`g${ord}`, ord, [], now),
        tags: ord % 2 ? [`gone:${ord % 3}`, ...others] : others,
        tagSince: { gone: since, gone_too: since },
      })),
    );
    const lastRun = { run: 'r', at: now, asOf: now, size: 1_250, state: 'done' as const };
    await collection(db(), 'definitions').updateOne(
      { _id: tag.id },
      { $set: { lastRun, publishedVersion: 1, publishedDigest: '' } },
    );
    await archiveDefinition(db(), anna, tag.id);
    await expect(deleteDefinition(db(), person('eve', 'editor'), tag.id)).rejects.toEqual(
      code('not-allowed'),
    );
    const { job } = await deleteDefinition(db(), anna, tag.id);
    expect(job).not.toBeNull();
    const again = createDefinition(db(), anna, { kind: 'tag', key: 'gone', label: text('又一个') });
    await expect(again).rejects.toEqual(code('key-taken'));

    const queued = await collection(db(), 'jobs').findOne({ _id: job ?? '' });
    if (!queued) throw new Error('no job was queued');
    const result = await deleteDefinitionJob.run({
      db: db(),
      params: queued.params,
      job: queued,
      progress: () => undefined,
      signal: new AbortController().signal,
      fenced: testFence(),
    });
    expect(result).toEqual({ members: 1_250 });
    expect(await collection(db(), 'members').countDocuments({ tags: /^gone:/ })).toBe(0);
    expect(await collection(db(), 'members').countDocuments({ tags: { $all: others } })).toBe(2_500);
    const touched = await collection(db(), 'members').findOne({ _id: 'g1' });
    expect(Object.keys(touched?.tagSince ?? {})).toEqual(['gone_too']);
    await createDefinition(db(), anna, { kind: 'tag', key: 'gone', label: text('又一个') });
  });
});
