import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExportRequest, exportManifestSchema } from '@/lib/contracts/exports';
import { type Actor, systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, MemberDoc, VersionDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { jobById } from '@/lib/jobs/control';
import { startWorker } from '@/lib/jobs/worker';
import { newMember } from '@/lib/members/new-member';
import { jobHandlers } from '@/lib/server/job-handlers';
import { runById } from '@/lib/services/runs/run-dto';
import { startRun } from '@/lib/services/runs/start-run';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import type { Graph } from '@/rules-engine/index';
import { exportById } from './export-dto';
import { downloadExport } from './export-file';
import { previewExport, startExport } from './start-export';

const began = new Date('2026-11-22T00:00:00Z');
const asOf = Date.parse('2026-11-22T12:00:00Z');
const actor = systemActor('test');
const viewer: Actor = { ...actor, role: 'viewer', via: 'session' };
let database: TestDatabase;
let data: string;
let stop: AbortController;
let worker: Promise<void>;

/** `attrs.points` at least 50: gold; else silver from 20 on. */
const graph: Graph = {
  kind: 'tag',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    condition('many', 50),
    condition('some', 20),
    { id: 'gold', type: 'tagValue', position: { x: 0, y: 0 }, params: { value: 'gold' } },
    { id: 'silver', type: 'tagValue', position: { x: 0, y: 0 }, params: { value: 'silver' } },
  ],
  edges: [
    { id: 'e1', source: 'all', sourcePort: 'out', target: 'many', targetPort: 'in' },
    { id: 'e2', source: 'many', sourcePort: 'matched', target: 'gold', targetPort: 'in' },
    { id: 'e3', source: 'many', sourcePort: 'notMatched', target: 'some', targetPort: 'in' },
    { id: 'e4', source: 'some', sourcePort: 'matched', target: 'silver', targetPort: 'in' },
  ],
};

function condition(id: string, points: number): Graph['nodes'][number] {
  const row = { subject: { kind: 'field', path: 'attrs.points' }, operator: 'atLeast', value: points };
  return { id, type: 'condition', position: { x: 0, y: 0 }, params: { mode: 'all', rows: [row] } };
}

const definition: DefinitionDoc = {
  _id: 'd1',
  kind: 'tag',
  key: 'level',
  label: { zh: '等级', en: 'Level' },
  folder: '',
  draft: graph,
  draftDigest: '',
  publishedDigest: null,
  revision: 1,
  publishedVersion: 1,
  whenEmpty: 'clear',
  schedule: null,
  nextRunAt: null,
  lastRun: null,
  size: null,
  archivedAt: null,
  createdBy: 'test',
  updatedBy: 'test',
  createdAt: began,
  updatedAt: began,
};
const version: VersionDoc = {
  _id: 'd1:1',
  definition: 'd1',
  version: 1,
  graph,
  jsonLogic: null,
  sentence: { zh: '积分', en: 'Points' },
  size: 0,
  entered: 0,
  left: 0,
  note: '',
  author: 'test',
  publishedAt: began,
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'tagloom-exports-'));
  process.env.TAGLOOM_DATA = data;
  database = await testDatabase();
  const { db } = database;
  await ensureIndexes(db);
  await collection(db, 'fields').insertOne({
    _id: 'attrs.points',
    type: 'number',
    label: { zh: '积分', en: 'Points' },
    unit: null,
    options: [],
    personal: false,
    origin: 'edited',
    updatedAt: began,
  });
  await collection(db, 'fields').insertOne({
    _id: 'attrs.name',
    type: 'text',
    label: { zh: '姓名', en: 'Name' },
    unit: null,
    options: [],
    personal: true,
    origin: 'edited',
    updatedAt: began,
  });
  const members = Array.from(
    { length: 100 },
    (_, i): MemberDoc => ({
      ...newMember(`m${i}`, i, [{ type: 'phone', value: `+8613800138${String(i).padStart(3, '0')}` }], began),
      attrs: { points: i, name: i === 99 ? '=HYPERLINK("x")' : `张${i}` },
      consent: i % 2 === 0 ? { sms: ['marketing'] } : {},
    }),
  );
  await collection(db, 'members').insertMany(members);
  await collection(db, 'definitions').insertOne(definition);
  await collection(db, 'versions').insertOne(version);
  stop = new AbortController();
  worker = startWorker(db, {
    handlers: jobHandlers,
    kinds: ['run', 'export'],
    signal: stop.signal,
    times: { idleMs: 20 },
  });
});

afterAll(async () => {
  stop.abort();
  await worker;
  await database.drop();
  await rm(data, { recursive: true });
});

const ended = async (job: string) => {
  await expect.poll(async () => (await jobById(database.db, job)).state, { timeout: 20_000 }).toBe('done');
};

const request = (more: Partial<ExportRequest> = {}): ExportRequest => ({
  definition: 'd1',
  values: null,
  format: 'csv',
  columns: ['id', 'value', 'identities.phone', 'attrs.name'],
  masked: false,
  consent: null,
  ...more,
});

async function exported(more: Partial<ExportRequest> = {}, bom = false) {
  const { db } = database;
  const { _id, job } = await startExport(db, actor, request(more), bom);
  await ended(job);
  const doc = await exportById(db, _id);
  const text = await readFile(join(data, 'exports', _id, String(doc.fence), doc.file ?? ''), 'utf8');
  return { doc, text };
}

describe('a run and its export', () => {
  test('agree on how many members there are', async () => {
    const { db } = database;
    const { _id, job } = await startRun(db, actor, definition, { asOf, trigger: 'person' });
    await ended(job);
    const run = await runById(db, _id);
    expect(run).toMatchObject({ state: 'done', size: 80, entered: 80, left: 0 });
    expect(run.counts.map(({ value, n }) => [value, n])).toEqual([
      ['gold', 50],
      ['silver', 30],
    ]);
    expect(await collection(db, 'members').countDocuments({ tags: 'level:gold' })).toBe(50);

    const preview = await previewExport(db, request(), new AbortController().signal);
    expect(preview).toMatchObject({
      audience: 80,
      rows: 80,
      withheld: 0,
      asOf: new Date(asOf).toISOString(),
    });
    const { doc, text } = await exported();
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows).toHaveLength(80);
    expect(doc).toMatchObject({ audience: 80, rows: 80, withheld: 0, bytes: Buffer.byteLength(text) });
    expect(doc.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(rows.find((row) => row.id === 'm50')).toMatchObject({
      value: 'gold',
      'identities.phone': '+8613800138050',
    });
  });

  test('withhold those who did not consent, and say how many', async () => {
    const consent = { channel: 'sms', purpose: 'marketing' };
    const preview = await previewExport(database.db, request({ consent }), new AbortController().signal);
    expect(preview).toMatchObject({ audience: 80, withheld: 40, rows: 40 });
    const { doc } = await exported({ consent });
    expect(doc).toMatchObject({ audience: 80, withheld: 40, rows: 40 });
  });

  test('take only the values asked for, as NDJSON', async () => {
    const { text } = await exported({
      format: 'ndjson',
      values: ['silver'],
      columns: ['id', 'value', 'attrs.points'],
    });
    const rows: unknown[] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(30);
    expect(rows[0]).toEqual({ id: 'm20', value: 'silver', 'attrs.points': 20 });
  });

  test('hide personal data and defuse formulas', async () => {
    const { text } = await exported({ masked: true });
    expect(text).not.toContain('张50');
    expect(text).not.toContain('+8613800138050');
    const plain = await exported({}, true);
    expect(plain.text.startsWith('\uFEFF')).toBe(true);
    expect(plain.text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('write a manifest last, and audit what leaves', async () => {
    const { doc } = await exported();
    const manifest = exportManifestSchema.parse(
      JSON.parse(await readFile(join(data, 'exports', doc._id, String(doc.fence), 'manifest.json'), 'utf8')),
    );
    expect(manifest).toMatchObject({
      rows: 80,
      sha256: doc.sha256,
      definition: { key: 'level', version: 1 },
    });
    const answer = await downloadExport(database.db, actor, doc._id, 'file');
    expect(Buffer.from(await answer.arrayBuffer()).length).toBe(doc.bytes);
    const seen = await collection(database.db, 'audit').countDocuments({ action: 'export.download' });
    expect(seen).toBe(1);
  });

  test('refuse what is not allowed or not there', async () => {
    const { db } = database;
    await expect(startExport(db, viewer, request(), false)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(
      startExport(db, actor, request({ columns: ['attrs.constructor'] }), false),
    ).rejects.toMatchObject({
      code: 'unknown-column',
    });
    await expect(startExport(db, actor, request({ definition: 'none' }), false)).rejects.toMatchObject({
      code: 'not-found',
    });
    const unpublished = { ...definition, publishedVersion: null };
    await expect(startRun(db, actor, unpublished, { asOf, trigger: 'person' })).rejects.toMatchObject({
      code: 'not-published',
    });
  });
});
