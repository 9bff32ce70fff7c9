import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileSpecSchema } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { openFile } from './open-file';
import { rejectsHeader, rejectsLine } from './reading/rejects-file';
import { surveyFile } from './survey-file';
import { unpackedBytes } from './unpacked-bytes';
import { lookAtFile } from './wizard/look-at-file';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagloom-open-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(bytes: Uint8Array): Promise<string> {
  files += 1;
  const file = path.join(folder, String(files));
  await writeFile(file, bytes);
  return file;
}

async function read(file: string, spec: object = {}) {
  const source = await openFile(file, fileSpecSchema.parse({ format: 'csv', ...spec }));
  const rows: string[][] = [];
  let bytes = 0;
  for await (const chunk of source.chunks) {
    rows.push(...chunk.rows.map(({ cells }) => Array.from(cells, cellText)));
    bytes += chunk.bytes;
  }
  return { rows, bytes, isMended: source.isMended, leftOut: source.leftOut };
}

describe('gzip', () => {
  test('any file gives the same rows packed, in one piece or several, and its bytes are those of the packed one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('1,2', '王,"a\nb"', ',', 'é,'), { maxLength: 8 }),
        fc.nat(20),
        async (lines, cut) => {
          const text = Buffer.from(`a,b\n${lines.join('\n')}`);
          const packed = Buffer.concat([gzipSync(text.subarray(0, cut)), gzipSync(text.subarray(cut))]);
          const plain = await read(await stored(text));
          const unpacked = await read(await stored(packed));
          expect(unpacked.rows).toEqual(plain.rows);
          expect([plain.bytes, unpacked.bytes]).toEqual([text.length, packed.length]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('GBK in gzip is looked at like the file itself; the rejected rows of an import too', async () => {
    const text = iconv.encode('姓名,城市\n王伟,上海\n', 'gbk');
    const look = await lookAtFile(await stored(gzipSync(text)), undefined);
    expect(look).toMatchObject({
      isPacked: true,
      file: { format: 'csv', encoding: 'gbk' },
      unusual: '姓名,城市',
    });
    const rejects = `${rejectsHeader(['a'])}${rejectsLine(['2', '', 'why', ''], ['x'])}`;
    expect(await read(await stored(gzipSync(Buffer.from(rejects))), { format: 'tsv' })).toMatchObject({
      isMended: true,
      rows: [['x']],
    });
  });

  test('a cut or damaged one is a problem, wherever it is noticed', async () => {
    const packed = gzipSync(Buffer.from('a,b\n1,2\n'.repeat(10_000)));
    const cut = await stored(packed.subarray(0, packed.length - 12));
    await expect(read(cut)).rejects.toMatchObject({ code: 'broken-archive' });
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 20, 40);
    await expect(lookAtFile(await stored(damaged), undefined)).rejects.toMatchObject({
      code: 'broken-archive',
    });
  });

  test('a bomb is refused by what it comes to and by its ratio', async () => {
    const small = await stored(gzipSync(Buffer.alloc(2_000_000, 0x61)));
    const { bytes } = await unpackedBytes(small, 1_000_000);
    const all = async () => {
      for await (const _ of bytes);
    };
    await expect(all()).rejects.toMatchObject({ code: 'unpacks-too-large' });
    const large = await stored(gzipSync(Buffer.alloc(90_000_000, 0x61)));
    await expect(read(large)).rejects.toMatchObject({ code: 'unpacks-too-large' });
  });

  test.each([
    ['a tar', Buffer.concat([Buffer.from('a.csv'), Buffer.alloc(600)])],
    ['a PDF', Buffer.from('%PDF-1.7 ....')],
  ])('%s in it is no table', async (_, content) => {
    const file = await stored(gzipSync(content));
    await expect(lookAtFile(file, undefined)).rejects.toMatchObject({ code: 'not-text' });
    await expect(read(file)).rejects.toMatchObject({ code: 'not-text' });
  });
});

describe('a look at a file', () => {
  test('the encoding is told by lines beyond the first kilobytes', async () => {
    const lines = Buffer.concat([
      Buffer.from(`id,name\n${'1,anna\n'.repeat(60_000)}`),
      iconv.encode('2,王伟\n3,李娜\n', 'gbk'),
      Buffer.from('4,bob\n'.repeat(60_000)),
    ]);
    const file = await stored(lines);
    expect(await lookAtFile(file, undefined)).toMatchObject({ file: { encoding: 'gbk' }, unusual: '2,王伟' });
    const look = await lookAtFile(file, fileSpecSchema.parse({ format: 'csv', encoding: 'windows-1252' }));
    expect(look).toMatchObject({ file: { encoding: 'windows-1252' }, unusual: '2,ÍõÎ°' });
  });

  test('unusual lines are whole whatever the pieces of the file', async () => {
    const line = fc.constantFrom('plain', 'naïve', '王'.repeat(20), 'x'.repeat(90));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const { unusual, head } = await surveyFile(await stored(Buffer.from(lines.join('\n'))));
        expect(head.toString()).toBe(lines.join('\n'));
        const expected = lines.filter((one) => /[^ -~]/.test(one));
        expect(
          unusual
            .toString()
            .split('\n')
            .filter((one) => one !== ''),
        ).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('the footer of a large file is shown without reading all of it', async () => {
    const text = `a,b,c\n${'1,2,3\n'.repeat(40_000)}合计,6,\n共 40000 笔\n`;
    const look = await lookAtFile(await stored(Buffer.from(text)), undefined);
    expect(look.file.footerCells).toBe(2);
    expect(look.footer).toEqual([
      { where: 'after', line: null, text: '合计,6,' },
      { where: 'after', line: null, text: '共 40000 笔' },
    ]);
  });
});
