import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberIdType } from '@/lib/contracts/lists';
import { collection } from '@/lib/db/collections';
import { cancelJob, jobById, retryJob } from '@/lib/jobs/control';
import { testFence } from '@/lib/jobs/testing/fence';
import { jobHandlers } from '@/lib/server/job-handlers';
import { loadCatalogue } from '@/lib/workspace/load-catalogue';
import { createList } from './create-list';
import { deleteList } from './delete-list';
import { listUsage } from './list-dto';
import { matchList } from './match-list';
import { readIds } from './read-ids';
import { actor, type ListWorkshop, listWorkshop, phone, plainPhone } from './testing/list-workshop';

const MEMBERS = 300;
let shop: ListWorkshop;
beforeAll(async () => {
  shop = await listWorkshop(MEMBERS);
});
afterAll(() => shop.drop());

const lines = (...texts: string[]) => `${texts.join('\n')}\n`;

async function matched(...args: Parameters<ListWorkshop['list']>) {
  const { _id } = await shop.list(...args);
  const list = await shop.settled(_id);
  if (list === null) throw new Error('the list is gone');
  return { ...list, on: await shop.on(_id) };
}

describe('matching', () => {
  test('finds members by any spelling, counts each id once, and says who is left over and why', async () => {
    const text = lines(
      '手机号,备注',
      '13800000001,a',
      ' +86 138-0000-0002 ,b',
      '138 0000 0001,again',
      'nobody,c',
      ',d',
    );
    const list = await matched(`${text}13999999999,=SUM(A1)\n`);
    expect(list).toMatchObject({
      state: 'ready',
      uploaded: 4,
      matched: 2,
      invalid: 1,
      repeated: 1,
      members: 2,
      on: ['m1', 'm2'],
    });
    expect(await shop.unmatched(list._id)).toBe(
      '\ufeffline,id,reason\r\n' +
        '5,nobody,“nobody” is not a valid phone number.\r\n' +
        '7,13999999999,No member has this identity.\r\n',
    );
    const { updatedAt } = (await collection(shop.db, 'members').findOne({ _id: 'm1' })) ?? {};
    expect(updatedAt?.getTime()).toBeGreaterThan(Date.parse('2026-01-02'));
  });

  test.each([
    ['one a line, without a header', lines(plainPhone(3), plainPhone(4)), {}],
    ['TSV, the second column', lines('name\tphone', `a\t${phone(3)}`, `b\t${phone(4)}`), { column: 'phone' }],
    ['GBK', iconv.encode(lines('手机号,姓名', `${plainPhone(3)},王伟`, `${plainPhone(4)},李娜`), 'gbk'), {}],
    ['UTF-16', iconv.encode(lines('手机号', plainPhone(3), plainPhone(4)), 'utf-16le', { addBOM: true }), {}],
    ['NDJSON', lines(`{"who":{"p":"${phone(3)}"}}`, `{"who":{"p":"${phone(4)}"}}`), { column: 'who.p' }],
    ['emails', lines('M3@Example.COM', 'm4@example.com'), { identityType: 'email' }],
    ['OpenIDs without a header', lines('oAbC000003xyz', 'oAbC000004xyz'), { identityType: 'openid' }],
    ['member ids', lines('id', 'm3', 'm4'), { identityType: memberIdType }],
    ['without a line end', `${plainPhone(3)}\r\n${plainPhone(4)}`, {}],
  ])('reads %s', async (_, content, more) => {
    expect(await matched(content, more)).toMatchObject({ uploaded: 2, matched: 2, on: ['m3', 'm4'] });
  });

  test('two ids of one member are two ids and one member', async () => {
    const { db } = shop;
    await collection(db, 'identities').insertOne({ _id: `phone:${phone(9_001)}`, memberId: 'm5' });
    expect(await matched(lines(plainPhone(5), plainPhone(9_001)))).toMatchObject({ matched: 2, members: 1 });
  });

  test('a claim whose member was never written is nobody', async () => {
    await collection(shop.db, 'identities').insertOne({ _id: `phone:${phone(9_002)}`, memberId: 'gone' });
    expect(await matched(lines(plainPhone(9_002)))).toMatchObject({ uploaded: 1, matched: 0, members: 0 });
  });

  test('the same file twice makes two lists with the same members', async () => {
    const text = lines(plainPhone(6), plainPhone(7));
    const [one, two] = [await matched(text), await matched(text)];
    expect(two._id).not.toBe(one._id);
    expect(two.on).toEqual(one.on);
  });

  test('rules count the members of a list that is ready, and of no other', async () => {
    const list = await shop.list(lines(plainPhone(8)));
    expect((await loadCatalogue(shop.db)).lists[list._id]).toBeUndefined();
    await shop.settled(list._id);
    expect((await loadCatalogue(shop.db)).lists[list._id]).toMatchObject({ matched: 1 });
  });
});

describe('bad input', () => {
  test('a file of nobody’s ids is a list of no members', async () => {
    const list = await matched(lines('phone', '13999999991', '13999999992'));
    expect(list).toMatchObject({ state: 'ready', uploaded: 2, matched: 0, invalid: 0, members: 0, on: [] });
  });

  test('a header alone is an empty list', async () => {
    expect(await matched('phone\n')).toMatchObject({ state: 'ready', uploaded: 0, matched: 0 });
    expect(await shop.unmatched((await matched('phone\n'))._id)).toBe('\ufeffline,id,reason\r\n');
  });

  test('duplicates, thousands of them', async () => {
    const list = await matched(`${plainPhone(1)}\n`.repeat(5_000));
    expect(list).toMatchObject({ uploaded: 1, matched: 1, repeated: 4_999 });
  });

  test('a huge line is one that nobody has, and the rest is read', async () => {
    const list = await matched(lines('phone', plainPhone(1), 'x'.repeat(3_000_000), plainPhone(2)));
    expect(list).toMatchObject({ uploaded: 3, matched: 2, invalid: 1 });
    expect(await shop.unmatched(list._id, 'zh')).toMatch(/^\ufeff行,标识,原因\r\n3,,这一行超过/);
  });

  test('what a spreadsheet would run is defused in the file of those left over', async () => {
    const list = await matched(lines('id', '=cmd|x', '@a', 'a\u2028b', '"""q"""'), {
      identityType: 'openid',
    });
    const text = await shop.unmatched(list._id);
    expect(text).toContain("\r\n2,'=cmd|x,");
    expect(text).toContain("\r\n3,'@a,");
    expect(text.trimEnd().split('\r\n')).toHaveLength(5);
  });

  test.each([
    ['a damaged workbook', new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(200).fill(7)]), 'not-a-workbook'],
    [
      'a workbook of old Excel',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(200).fill(7)]),
      'not-text',
    ],
    ['other bytes', new Uint8Array([1, 0, 0, 0, 9, 200, 0, 7, 0, 0, 0, 0, 0, 77]), 'not-text'],
    ['an empty file', '', 'invalid-input'],
  ])('%s is refused', async (_, content, code) => {
    await expect(shop.list(content)).rejects.toMatchObject({ code });
  });

  test('a column, a type or a file that is not there is refused', async () => {
    const text = lines('phone', plainPhone(1));
    await expect(shop.list(text, { column: 'nope' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(shop.list(text, { identityType: 'phon' })).rejects.toMatchObject({ code: 'invalid-input' });
    const gone = { label: 'x', identityType: 'phone', upload: 'f'.repeat(64) };
    await expect(createList(shop.db, actor, gone)).rejects.toMatchObject({ code: 'upload-gone' });
  });

  test('more ids than can be kept in mind are refused', async () => {
    const list = await shop.list(lines(...Array.from({ length: 50 }, (_, n) => plainPhone(n))));
    const path = `${process.env.TAGLOOM_DATA}/uploads/${list.upload}`;
    const read = async () => {
      for await (const _ of readIds(path, list, 49));
    };
    await expect(read()).rejects.toMatchObject({ code: 'too-large' });
    await shop.settled(list._id);
  });
});

describe('interruptions', () => {
  const all = lines(...Array.from({ length: MEMBERS + 50 }, (_, n) => plainPhone(n)));

  test('killed half-way and run again, it ends as if it had run once', async () => {
    const list = await shop.list(all);
    const stop = new AbortController();
    let batches = 0;
    const fenced = testFence(0, () => {
      batches += 1;
      if (batches === 3) stop.abort(new Error('killed'));
    });
    await expect(matchList(shop.db, list, { batchSize: 40, fenced, signal: stop.signal })).rejects.toThrow(
      'killed',
    );
    expect(await shop.on(list._id)).toHaveLength(120);
    await expect(shop.unmatched(list._id)).rejects.toMatchObject({ code: 'not-found' });

    const ended = await shop.settled(list._id);
    expect(ended).toMatchObject({
      state: 'ready',
      uploaded: MEMBERS + 50,
      matched: MEMBERS,
      members: MEMBERS,
    });
    expect(await shop.on(list._id)).toHaveLength(MEMBERS);
    const before = await collection(shop.db, 'members').findOne({ _id: 'm0' });
    expect(await matchList(shop.db, list, { fenced: testFence() })).toMatchObject({
      matched: MEMBERS,
      members: MEMBERS,
    });
    expect(await collection(shop.db, 'members').findOne({ _id: 'm0' })).toEqual(before);
  });

  test('cancelled it has failed, and can be tried again', async () => {
    const list = await shop.list(all);
    await cancelJob(shop.db, actor, list.job);
    expect(await shop.settled(list._id)).toMatchObject({ state: 'failed' });
    expect((await jobById(shop.db, list.job)).state).toBe('cancelled');
    await retryJob(shop.db, actor, jobHandlers, list.job);
    expect(await shop.settled(list._id)).toMatchObject({ state: 'ready', members: MEMBERS });
  });
});

describe('removing', () => {
  test('takes the list off its members and leaves other lists alone', async () => {
    const [one, two] = [await matched(lines(plainPhone(1))), await matched(lines(plainPhone(1)))];
    const answer = await deleteList(shop.db, actor, one._id);
    expect(answer.state).toBe('deleting');
    await expect(deleteList(shop.db, actor, one._id)).rejects.toMatchObject({ code: 'already-running' });
    expect(await shop.settled(one._id)).toBeNull();
    expect(await shop.on(one._id)).toEqual([]);
    expect(await shop.on(two._id)).toEqual(['m1']);
    await expect(shop.unmatched(one._id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('called off, it can be asked for again', async () => {
    const list = await matched(lines(plainPhone(1), plainPhone(2)));
    const { job } = await deleteList(shop.db, actor, list._id);
    await cancelJob(shop.db, actor, job ?? '');
    expect(await shop.settled(list._id)).toMatchObject({ state: 'failed' });
    await deleteList(shop.db, actor, list._id);
    expect(await shop.settled(list._id)).toBeNull();
    expect(await shop.on(list._id)).toEqual([]);
  });

  test('is refused while a rule reads it, and says which', async () => {
    const { _id } = await matched(lines(plainPhone(1)));
    await addReader(_id);
    await expect(deleteList(shop.db, actor, _id)).rejects.toMatchObject({ code: 'in-use' });
    expect(await listUsage(shop.db, _id)).toMatchObject([{ kind: 'segment', label: { en: 'Callers' } }]);
    expect(await shop.on(_id)).toEqual(['m1']);
  });

  test('is refused for what is not there', async () => {
    await expect(deleteList(shop.db, actor, 'nope')).rejects.toMatchObject({ code: 'not-found' });
  });
});

async function addReader(list: string): Promise<void> {
  const now = new Date();
  await collection(shop.db, 'definitions').insertOne({
    _id: `reads-${list}`,
    kind: 'segment',
    key: `reads_${list}`,
    label: { zh: '来电', en: 'Callers' },
    folder: '',
    draft: {
      kind: 'segment',
      schemaVersion: 1,
      nodes: [{ id: 'list', type: 'list', position: { x: 0, y: 0 }, params: { list } }],
      edges: [],
    },
    draftDigest: '',
    publishedDigest: null,
    revision: 1,
    publishedVersion: null,
    whenEmpty: 'clear',
    schedule: null,
    nextRunAt: null,
    lastRun: null,
    size: null,
    archivedAt: null,
    createdBy: 'test',
    updatedBy: 'test',
    createdAt: now,
    updatedAt: now,
  });
}
