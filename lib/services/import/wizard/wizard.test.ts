import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { importText, membersMapping, phone } from '../testing/import-text';
import { storeUpload } from '../uploads/upload-file';
import { guessIdentity } from './guess-identity';
import { guessValue } from './guess-value';
import { inspectFile } from './inspect';
import { proposeKey } from './key-proposal';
import { previewImport } from './preview';

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
    ['生日', ['1990-05-01 00:00:00', '1985-12-31 00:00:00'], { type: 'day', format: 'YYYY-MM-DD' }],
    ['生日', ['1990/5/1 0:00', '1985/12/31 0:00'], { type: 'day', format: 'YYYY/MM/DD' }],
    ['注册时间', ['2026-01-05 00:00:00', '2026-01-05 08:00:00'], { type: 'date', format: 'iso' }],
    ['paid_at', ['2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z'], { type: 'date', format: 'iso' }],
    ['time', ['20260105000000', '20260105080000'], { type: 'date', format: 'YYYYMMDDHHmmss' }],
    ['created_at', ['1763740800', '1763740801'], { type: 'date', format: 'epoch-seconds' }],
    ['d', ['13/01/2026', '01/02/2026'], { type: 'day', format: 'DD/MM/YYYY' }],
    ['实付金额', ['11.77', '12'], { type: 'money' }],
    ['x', ['¥3', '¥4.5'], { type: 'money' }],
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
    ['customer_id', ['00001'], 'customer_id'],
    ['会员编号', ['A1'], 'customer_id'],
    ['UnionID', ['oAbc'], 'unionid'],
    ['order_id', ['1'], null],
  ])('the identity of %s', (name, samples, expected) => {
    expect(guessIdentity(name, samples)).toBe(expected);
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
