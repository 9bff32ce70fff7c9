import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fileSpecSchema } from '@/lib/contracts/import-mapping';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { proposeKey } from '@/lib/values/key-proposal';
import { importText, membersMapping, phone } from '../testing/import-text';
import { presentUpload, storeUpload } from '../uploads/upload-file';
import { guessColumns, withReading } from './guess-columns';
import { guessIdentity } from './guess-identity';
import { guessValue } from './guess-value';
import { inspectFile } from './inspect';
import { previewImport } from './preview';
import { sampleRows } from './sample-rows';
import { type ScanLimits, scanColumns } from './scan-columns';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagloom-wizard-'));
  vi.stubEnv('TAGLOOM_DATA', folder);
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function upload(bytes: Uint8Array): Promise<string> {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return (await storeUpload(body(), 'file')).id;
}

describe('guesses', () => {
  test.each([
    ['性别', 'xingbie'],
    ['会员等级', 'huiyuandengji'],
    ['orderAmount', 'order_amount'],
    ['Order Amount (¥)', 'order_amount'],
    ['2026年', 'c_2026_nian'],
    ['constructor', 'constructor_2'],
    ['__proto__', 'proto'],
    ['😀', 'c'],
  ])('the key of %s', (name, key) => {
    expect(proposeKey(name, new Set())).toBe(key);
  });

  test('keys are told apart', () => {
    expect(proposeKey('性别', new Set(['xingbie']))).toBe('xingbie_2');
  });

  test.each([
    ['下单时间', ['2026/1/5 8:03', '2026/11/12 20:15'], { type: 'date', format: 'YYYY/MM/DD HH:mm' }],
    ['date', ['19970101', '19970112'], { type: 'day', format: 'YYYYMMDD' }],
    ['生日', ['1990-05-01 00:00:00', '1985-12-31 00:00:00'], { type: 'day', format: 'iso' }],
    ['生日', ['1990/5/1 0:00', '1985/12/31 0:00'], { type: 'day', format: 'YYYY/MM/DD HH:mm' }],
    ['注册时间', ['2026-01-05 00:00:00', '2026-01-05 08:00:00'], { type: 'date', format: 'iso' }],
    ['paid_at', ['2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z'], { type: 'date', format: 'iso' }],
    ['time', ['20260105000000', '20260105080000'], { type: 'date', format: 'YYYYMMDDHHmmss' }],
    ['created_at', ['1763740800', '1763740801'], { type: 'date', format: 'epoch-seconds' }],
    ['d', ['13/01/2026', '01/02/2026'], { type: 'day', format: 'DD/MM/YYYY' }],
    ['实付金额', ['11.77', '12'], { type: 'money' }],
    ['x', ['¥3', '¥4.5'], { type: 'money' }],
    ['x', ['€3', '€4,50'], { type: 'money', currency: 'EUR' }],
    ['x', ['HK$3', '(HK$4.50)'], { type: 'money', currency: 'HKD' }],
    ['金额', ['5 USD', '6 USD', '7'], { type: 'money', currency: 'USD' }],
    ['d', ['9/7/11', '9/13/11'], { type: 'day', format: 'MM/DD/YY(1970)' }],
    ['d', ['7-Sep-11', '8-Sep-11'], { type: 'day', format: 'DD-MMM-YY(1970)' }],
    ['d', ['9/13/2011 8:05 PM'], { type: 'date', format: 'MM/DD/YYYY hh:mm A' }],
    ['d', ['2026-01-05T10:00:00+08', '2026-01-05 10:00:00 UTC'], { type: 'date', format: 'iso' }],
    ['weight', ['1.234,5', '12,5'], { type: 'number' }],
    ['version', ['1.2.11', '1.3.12', '2.0.1'], { type: 'text' }],
    ['points', ['120', '3,000'], { type: 'number' }],
    ['订单编号', ['1001', '1002'], { type: 'text' }],
    ['zip', ['00123', '00124'], { type: 'text' }],
    ['是否订阅', ['是', '否', '是'], { type: 'boolean' }],
    ['is_new', ['1', '0'], { type: 'boolean' }],
    ['兴趣', ['美妆、穿搭', '育儿', '美妆、旅行'], { type: 'list', separator: '、' }],
    ['等级', ['金', '银', '金', '金', '银', '金', '银', '金', '金', '银', '金', '金'], { type: 'option' }],
    ['备注', ['很长的一段话', '另一段话', '第三段', '第四段'], { type: 'text' }],
    ['空', [], { type: 'text' }],
  ])('the type of %s', (name, samples, expected) => {
    expect(guessValue(name, samples, 'CNY')).toMatchObject(expected);
  });

  test.each([
    ['手机号', ['13800138000'], 'phone'],
    ['手机号', ['none', 'unknown'], null],
    ['customer_id', [{ literal: 'number' as const, text: '2208812345678901233' }], 'customer_id'],
    ['uid', [{ literal: 'boolean' as const, text: 'true' }], null],
    ['uid', [['x', 'y']], null],
    ['uid', ['1.39E+10'], null],
    ['customer_id', ['00001'], 'customer_id'],
    ['会员编号', ['A1'], 'customer_id'],
    ['UnionID', ['oAbc'], 'unionid'],
    ['order_id', ['1'], null],
  ])('the identity of %s', (name, samples, expected) => {
    expect(guessIdentity(name, samples)).toBe(expected);
  });
});

describe('a column that only the whole file decides', () => {
  const days = (n: number, day: (index: number) => string) =>
    `day,sum,n\n${Array.from({ length: n }, (_, index) => `${day(index)},"1,200",7\n`).join('')}`;
  // Sorted by day: the first thirteenth comes long after the sample.
  const sorted = days(
    4_900,
    (index) => `${String(Math.min(12, 1 + Math.floor(index / 400))).padStart(2, '0')}/07/2011`,
  );

  async function lookedAt(text: string, limits?: ScanLimits) {
    const id = await upload(new TextEncoder().encode(text));
    const { path: file } = await presentUpload(id);
    const spec = fileSpecSchema.parse({ format: 'csv' });
    const sample = await sampleRows(file, spec, 1_000);
    const sampled = guessColumns(sample, [], 'EUR');
    const looked = await scanColumns(file, spec, sample, sampled, limits);
    return { looked, columns: sampled.map((column) => withReading(column, looked.isWhole)) };
  }

  test('DD/MM that shows itself in the last row', async () => {
    const { looked, columns } = await lookedAt(`${sorted}13/07/2011,"12,5",7\n`);
    expect(looked).toEqual({ rows: 4_901, isWhole: true });
    expect(columns[0]).toMatchObject({
      value: { type: 'day', format: 'DD/MM/YYYY' },
      reading: { isDecided: true },
    });
    expect(columns[1]).toMatchObject({ value: { format: '1.234,5' }, reading: { isDecided: true } });
    expect(columns[2]).toMatchObject({ value: { type: 'number' }, reading: undefined });
  });

  test('is asked about when nothing decides it', async () => {
    const { columns } = await lookedAt(sorted);
    expect(columns.map(({ reading }) => reading?.isDecided)).toEqual([false, false, undefined]);
    expect(columns[0]?.reading?.choices).toMatchObject([
      { value: { format: 'MM/DD/YYYY' }, examples: [{ cell: '01/07/2011', shown: '2011-01-07' }, {}, {}] },
      { value: { format: 'DD/MM/YYYY' }, examples: [{ cell: '01/07/2011', shown: '2011-07-01' }, {}, {}] },
    ]);
  });

  test('is asked about when the file is too long to be looked at', async () => {
    const text = `${sorted}13/07/2011,"12,5",7\n`;
    for (const limits of [
      { rows: 4_900, isLate: () => false },
      { rows: 9_999, isLate: () => true },
    ]) {
      const { looked, columns } = await lookedAt(text, limits);
      if (looked.isWhole) throw new Error('more was looked at than allowed');
      expect(looked.rows).toBeLessThanOrEqual(4_901);
      expect(columns[2]?.reading?.isDecided).toBe(false);
    }
  });
});

describe('inspect and preview', () => {
  const text =
    '手机号,姓名,等级,注册时间,累计消费\n15400000001,王伟,金,2026/1/5,11.77\n15400000002,李娜,银,2026/13/5,12.005\n';

  test('a GBK file of members: what it seems to be, as it would be stored, and what is wrong, cell by cell', async () => {
    const { db } = database;
    const id = await upload(iconv.encode(text, 'gbk'));
    const { file, columns, proposal } = await inspectFile(db, { upload: id, kind: 'members' });
    expect(file).toMatchObject({ format: 'csv', encoding: 'gbk', header: true });
    expect(columns.map(({ name, key }) => [name, key])).toContainEqual(['累计消费', 'leijixiaofei']);
    if (proposal?.kind !== 'members') throw new Error('no proposal');
    expect(proposal.identities).toEqual([{ column: '手机号', type: 'phone' }]);
    expect(proposal.attributes.find(({ column }) => column === '姓名')?.personal).toBe(true);
    const attributes = proposal.attributes.map((entry) => {
      if (entry.column === '注册时间')
        return { ...entry, value: { type: 'date' as const, format: 'YYYY/MM/DD' } };
      if (entry.column !== '累计消费') return entry;
      return { ...entry, value: { type: 'money' as const, currency: 'CNY', amount: 'major' as const } };
    });
    const preview = await previewImport(db, { upload: id, mapping: { ...proposal, attributes }, rows: 10 });
    expect(preview.problems).toEqual([]);
    expect(preview.rows[0]?.stored).toMatchObject({
      'identities.phone': '+8615400000001',
      'attrs.leijixiaofei': 1177,
      'attrs.zhuceshijian': '2026-01-04T16:00:00.000Z',
    });
    expect(preview.rows[1]).toMatchObject({
      line: 3,
      stored: null,
      reasons: [
        { code: 'not-a-date', column: '注册时间', message: { zh: expect.stringContaining('2026/13/5') } },
        { code: 'too-many-decimals', column: '累计消费' },
      ],
    });
    expect(await collection(db, 'members').countDocuments()).toBe(0);
  });

  test('what keeps an import from starting: a missing column, another type in the catalogue', async () => {
    const { db } = database;
    await importText(db, `phone,openid,city,level,sms\n${phone(1)},,上海,gold,是\n`, membersMapping);
    const id = await upload(new TextEncoder().encode(`phone,city,level\n${phone(1)},1,2\n`));
    if (membersMapping.kind !== 'members') throw new Error('members are members');
    const attributes = [
      { column: 'city', path: 'attrs.city', personal: false, value: { type: 'number' as const, unit: null } },
    ];
    const { problems } = await previewImport(db, {
      upload: id,
      mapping: { ...membersMapping, attributes },
      rows: 5,
    });
    expect(problems.map(({ column }) => column)).toEqual(['openid', 'sms', 'city']);
  });

  test('events of whitespace-separated text get a whole proposal', async () => {
    const id = await upload(
      new TextEncoder().encode(
        ' customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  5   77.00\r\n',
      ),
    );
    const { proposal } = await inspectFile(database.db, { upload: id, kind: 'events' });
    expect(proposal).toMatchObject({
      kind: 'events',
      file: { format: 'whitespace' },
      identities: [{ column: 'customer_id', type: 'customer_id' }],
      at: { column: 'date', format: 'YYYYMMDD' },
      props: [
        { column: 'number_of_cds', path: 'props.number_of_cds', value: { type: 'number' } },
        { column: 'dollar_value', path: 'props.dollar_value', value: { type: 'money' } },
      ],
    });
  });
});
