import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { type EventsMapping, fileSpecSchema } from '@/lib/contracts/import-mapping';
import {
  importAnswerSchema,
  importDetailSchema,
  importListSchema,
  inspectAnswerSchema,
  previewAnswerSchema,
  rejectsAnswerSchema,
  uploadAnswerSchema,
} from '@/lib/contracts/imports';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { startWorker } from '@/lib/jobs/worker';
import { jobHandlers } from '@/lib/server/job-handlers';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { addUser, context, cookieOf, ORIGIN, request, SECRET } from '../testing/signed-in';
import { POST as cancel } from './[id]/cancel/route';
import { GET as mappingFile } from './[id]/mapping/route';
import { GET as rejects } from './[id]/rejects/route';
import { GET as rejectsFile } from './[id]/rejects.csv/route';
import { GET as detail, DELETE as remove } from './[id]/route';
import { POST as inspect } from './inspect/route';
import { POST as preview } from './preview/route';
import { GET as list, POST as start } from './route';
import { POST as upload } from './uploads/route';

let database: TestDatabase;
let folder: string;
let cookie: string;
const stop = new AbortController();
let worker: Promise<void>;
vi.mock('@/lib/db/connect', () => ({ getDb: async () => database.db }));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagloom-imports-'));
  vi.stubEnv('TAGLOOM_DATA', folder);
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  database = await testDatabase();
  await ensureIndexes(database.db);
  cookie = await cookieOf(await addUser(database.db, 'ed', { role: 'editor' }));
  worker = startWorker(database.db, { handlers: jobHandlers, signal: stop.signal, concurrency: 1 });
});
afterAll(async () => {
  stop.abort();
  await worker;
  await database.drop();
  await rm(folder, { recursive: true });
});

const mapping: EventsMapping = {
  version: 1,
  kind: 'events',
  file: fileSpecSchema.parse({ format: 'csv' }),
  timeZone: 'Asia/Shanghai',
  source: 'pos',
  identities: [{ column: '手机号', type: 'phone' }],
  eventType: { fixed: 'order' },
  at: { column: '日期', format: 'YYYY-MM-DD' },
  props: [
    { column: '金额', path: 'props.amount', value: { type: 'money', currency: 'CNY', amount: 'major' } },
  ],
  id: null,
  changed: 'keep',
  createMembers: true,
};
const text =
  '手机号,日期,金额\n15400000001,2026-01-01,11.77\n15400000002,2026-02-30,=1+1\n15400000001,2026-01-01,11.77\n"broken,1\n';

async function answered<T>(schema: z.ZodType<T>, response: Promise<Response>): Promise<T> {
  const settled = await response;
  const body: unknown = await settled.json();
  if (!settled.ok) throw new Error(JSON.stringify(body));
  return schema.parse(body);
}

const get = (where: string) => request(where, { headers: { cookie } });
const post = (where: string, json: unknown) => request(where, { headers: { cookie }, json });

async function uploaded(body: string, name = 'orders.csv'): Promise<string> {
  const file = new NextRequest(new URL(`/api/imports/uploads?name=${name}`, ORIGIN), {
    method: 'POST',
    headers: { host: 'tagloom.test', 'sec-fetch-site': 'same-origin', cookie },
    body,
  });
  const { upload: stored } = await answered(uploadAnswerSchema, upload(file, context()));
  expect(existsSync(path.join(folder, 'uploads', stored.id))).toBe(true);
  return stored.id;
}

async function imported(id: string, dryRun = false) {
  const { import: begun } = await answered(
    importAnswerSchema,
    start(post('/api/imports', { upload: id, name: 'orders.csv', mapping, dryRun }), context()),
  );
  return vi.waitFor(
    async () => {
      const { import: entry } = await answered(
        importDetailSchema,
        detail(get('/'), context({ id: begun.id })),
      );
      expect(['done', 'failed']).toContain(entry.state);
      return entry;
    },
    { timeout: 20_000, interval: 100 },
  );
}

describe('from the file to its rejected rows and back', () => {
  test('upload, inspect, preview, dry run, import, rejects, mended file', async () => {
    const { db } = database;
    const id = await uploaded(text);
    const seen = await answered(
      inspectAnswerSchema,
      inspect(post('/', { upload: id, kind: 'events' }), context()),
    );
    expect(seen.proposal).toMatchObject({ kind: 'events', at: { column: '日期' } });
    const shown = await answered(previewAnswerSchema, preview(post('/', { upload: id, mapping }), context()));
    expect(shown.columns).toEqual(['手机号', '日期', '金额']);
    expect(shown.rows.map(({ stored, reasons }) => [stored !== null, reasons.length])).toEqual([
      [true, 0],
      [false, 2],
      [true, 0],
      [false, 1],
    ]);

    expect((await imported(id, true)).counts).toEqual({ read: 4, accepted: 2, duplicates: 0, rejected: 2 });
    expect(await collection(db, 'events').countDocuments()).toBe(0);
    const done = await imported(id);
    expect(done).toMatchObject({ state: 'done', progress: 1, newMembers: 1, createdBy: 'ed' });
    expect(done.counts).toEqual({ read: 4, accepted: 2, duplicates: 0, rejected: 2 });

    const page = await answered(rejectsAnswerSchema, rejects(get('/?limit=1'), context({ id: done.id })));
    expect(page).toMatchObject({ total: 2, next: 3, columns: ['手机号', '日期', '金额'] });
    expect(page.rejects[0]).toMatchObject({ line: 3, cells: ['15400000002', '2026-02-30', '=1+1'] });
    expect(page.summary.map(({ code, n }) => [code, n])).toEqual(
      expect.arrayContaining([
        ['broken-quotes', 1],
        ['not-a-date', 1],
      ]),
    );
    const rest = await answered(rejectsAnswerSchema, rejects(get('/?after=3'), context({ id: done.id })));
    expect(rest).toMatchObject({ next: null, rejects: [{ line: 5 }] });

    const file = await (await rejectsFile(get('/?locale=en'), context({ id: done.id }))).text();
    expect(file).toContain("2026-02-30,'=1+1");
    const mended = file
      .replaceAll('2026-02-30', '2026-01-01')
      .replace("'=1+1", '5')
      .replace('"""broken,1"', '"15400000003,2026-01-02,6"');
    const second = await imported(await uploaded(mended, 'mended.csv'));
    expect(second.counts).toEqual({ read: 2, accepted: 2, duplicates: 0, rejected: 0 });
    expect((await imported(id)).counts).toMatchObject({ accepted: 0, duplicates: 2, rejected: 2 });
    expect(await collection(db, 'events').countDocuments()).toBe(4);

    const all = await answered(importListSchema, list(get('/?limit=2'), context()));
    expect(all.imports).toHaveLength(2);
    expect(all.next).not.toBeNull();
    const again = await answered(
      inspectAnswerSchema,
      inspect(post('/', { upload: id, kind: 'events' }), context()),
    );
    expect(again.earlier[0]?.mapping).toEqual(mapping);
    const kept = await mappingFile(get('/'), context({ id: done.id }));
    expect(await kept.json()).toEqual(mapping);
    expect(kept.headers.get('content-disposition')).toContain('orders-mapping.json');
  }, 60_000);

  test('an import is forgotten with its file and its rejected rows', async () => {
    const id = await uploaded('手机号,日期,金额\n1,2,3\n', 'small.csv');
    const done = await imported(id);
    expect(
      (await remove(request('/', { method: 'DELETE', headers: { cookie } }), context({ id: done.id })))
        .status,
    ).toBe(204);
    expect(existsSync(path.join(folder, 'uploads', id))).toBe(false);
    expect(
      await collection(database.db, 'importRejects').countDocuments({ _id: { $regex: `^${done.id}` } }),
    ).toBe(0);
    const gone = await start(post('/', { upload: id, name: 'x', mapping }), context());
    expect([gone.status, await gone.json()]).toMatchObject([410, { error: { code: 'upload-gone' } }]);
  });
});

describe('files of other forms', () => {
  test('JSON nested 5,000 deep is a rejected row wherever it is looked at', async () => {
    const deep = `{"手机号":"15400000009","日期":"2026-01-01","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    const fine = '{"手机号":"15400000009","日期":"2026-01-03","金额":7.50}';
    for (const [format, body] of [
      ['ndjson', `${deep}\n${fine}\n`],
      ['json', `[${deep},\n${fine}]`],
    ] as const) {
      const id = await uploaded(body, `deep.${format}`);
      const seen = await answered(
        inspectAnswerSchema,
        inspect(post('/', { upload: id, kind: 'events' }), context()),
      );
      expect(seen.file.format).toBe(format);
      const read = { ...mapping, source: format, file: fileSpecSchema.parse({ format }) };
      const shown = await answered(
        previewAnswerSchema,
        preview(post('/', { upload: id, mapping: read }), context()),
      );
      expect(shown.rows.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
        ['nested-too-deep'],
        [],
      ]);
    }
  });

  test('a bill in gzip: what is left out is told, lines and all only to those who may import', async () => {
    const bill = `sep=;\n标题\n手机号;日期;金额\n15400000007;2026-01-01;1.00\n15400000008;2026-01-02;2.00\n合计;;3.00\n`;
    const file = new NextRequest(new URL('/api/imports/uploads?name=bill.csv.gz', ORIGIN), {
      method: 'POST',
      headers: { host: 'tagloom.test', 'sec-fetch-site': 'same-origin', cookie },
      body: new Uint8Array(gzipSync(bill)),
    });
    const { upload: stored } = await answered(uploadAnswerSchema, upload(file, context()));
    const seen = await answered(
      inspectAnswerSchema,
      inspect(post('/', { upload: stored.id, kind: 'events' }), context()),
    );
    expect(seen.file).toMatchObject({ delimiter: ';', skip: 2, footerCells: 2 });
    expect(seen.look).toMatchObject({ isPacked: true, leftOut: { before: 2, after: 1 } });
    const begun = await answered(
      importAnswerSchema,
      start(
        post('/', { upload: stored.id, name: 'bill', mapping: { ...mapping, file: seen.file } }),
        context(),
      ),
    );
    const found = await vi.waitFor(
      async () => {
        const one = await answered(importDetailSchema, detail(get('/'), context({ id: begun.import.id })));
        expect(one.import.state).toBe('done');
        return one;
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(found.import.counts).toMatchObject({ read: 2, accepted: 2 });
    expect(found.leftOut).toEqual({
      before: 2,
      after: 1,
      lines: [
        { where: 'before', line: 1, text: 'sep=;' },
        { where: 'before', line: 2, text: '标题' },
        { where: 'after', line: 6, text: '合计  3.00' },
      ],
    });
    const viewer = await cookieOf(await addUser(database.db, 'looker'));
    const hidden = await answered(
      importDetailSchema,
      detail(request('/', { headers: { cookie: viewer } }), context({ id: begun.import.id })),
    );
    expect(hidden.leftOut).toEqual({ before: 2, after: 1, lines: [] });
  });
});

describe('refusals', () => {
  test('a column that isn’t there', async () => {
    const id = await uploaded('a,b\n1,2\n');
    const response = await start(post('/', { upload: id, name: 'x', mapping }), context());
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { error: { code: 'mapping-differs', message: { zh: expect.stringContaining('手机号') } } },
    ]);
  });

  test('paths that reach a prototype, two columns for one field, a path instead of an upload', async () => {
    const bad = [
      { ...mapping, props: [{ ...mapping.props[0], path: 'props.__proto__' }] },
      { ...mapping, props: [{ ...mapping.props[0], path: 'props.a.b' }] },
      { ...mapping, props: [{ ...mapping.props[0], path: 'props.$where' }] },
      { ...mapping, props: [mapping.props[0], mapping.props[0]] },
      { ...mapping, timeZone: 'Mars/Olympus' },
    ];
    for (const one of bad) {
      const response = await start(post('/', { upload: 'a'.repeat(64), name: 'x', mapping: one }), context());
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { error: { code: 'invalid-input' } },
      ]);
    }
    const outside = await start(post('/', { upload: '../../etc/passwd', name: 'x', mapping }), context());
    expect(outside.status).toBe(400);
  });

  test('a file beyond the limit leaves nothing behind', async () => {
    vi.stubEnv('TAGLOOM_MAX_UPLOAD_MB', '0.0001');
    const file = new NextRequest(new URL('/api/imports/uploads?name=big.csv', ORIGIN), {
      method: 'POST',
      headers: { host: 'tagloom.test', 'sec-fetch-site': 'same-origin', cookie },
      body: 'x'.repeat(10_000),
    });
    const response = await upload(file, context());
    vi.stubEnv('TAGLOOM_MAX_UPLOAD_MB', '512');
    expect([response.status, await response.json()]).toMatchObject([413, { error: { code: 'too-large' } }]);
    expect((await readdir(path.join(folder, 'uploads'))).filter((name) => name.endsWith('.part'))).toEqual(
      [],
    );
  });

  test('viewers may look, not import; an ended import can’t be cancelled', async () => {
    const viewer = await cookieOf(await addUser(database.db, 'vi'));
    const headers = { cookie: viewer };
    expect((await list(request('/', { headers }), context())).status).toBe(200);
    expect((await start(request('/', { headers, json: {} }), context())).status).toBe(403);
    const [done] = (await answered(importListSchema, list(get('/'), context()))).imports;
    expect((await rejects(request('/', { headers }), context({ id: done?.id ?? '' }))).status).toBe(403);
    expect((await cancel(post('/', {}), context({ id: done?.id ?? '' }))).status).toBe(409);
  });
});
