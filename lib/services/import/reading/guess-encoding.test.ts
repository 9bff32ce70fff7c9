import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import { decoded } from './decoding';
import { guessEncoding } from './guess-encoding';

type Encoding = FileSpec['encoding'];

/** Short texts as files have them: mostly codes and a few names. */
const corpus: Record<string, { text: string; encodings: readonly Encoding[] }> = {
  'Chinese names': { text: '姓名,城市\n王伟,上海\n李娜,北京\n', encodings: ['gbk'] },
  'one Chinese name': { text: 'id,name\n1,王伟\n2,Anna\n', encodings: ['gbk'] },
  'a Chinese header': { text: '手机号,等级\n13800138000,1\n13900139000,2\n', encodings: ['gbk'] },
  'Chinese members': {
    text: '会员号,姓名,城市,等级,备注\n1001,张三,上海市浦东新区,金卡会员,喜欢护肤品\n1002,李四,北京市朝阳区,银卡会员,微信加好友\n',
    encodings: ['gbk'],
  },
  'rare Chinese characters': { text: '姓名,城市\n王㐀,上海\n李𠀀娜,北京\n', encodings: ['gb18030'] },
  'a bill': {
    text: '支付宝交易记录明细查询\n账号:[test@example.com]\n起始日期:[2026-01-01 00:00:00]\n----交易记录明细列表----\n交易号\t,商家订单号\t,付款时间\t\n',
    encodings: ['gbk'],
  },
  'traditional names': { text: '姓名,城市\n王小明,台北\n陳美麗,高雄\n', encodings: ['big5'] },
  'traditional members': {
    text: '會員編號,姓名,城市,備註\n1001,張大偉,台北市信義區,喜歡護膚產品\n',
    encodings: ['big5'],
  },
  'Japanese names': {
    text: '氏名,住所\n山田太郎,東京都新宿区\n佐藤花子,大阪府大阪市\nスズキ,カタカナ\n',
    encodings: ['shift_jis'],
  },
  'one Japanese name': { text: 'id,name\n1,山田太郎\n', encodings: ['shift_jis'] },
  'half-width Japanese': { text: 'id,name\n1,ｽｽﾞｷ ｲﾁﾛｳ\n2,ﾔﾏﾀﾞ ﾀﾛｳ\n', encodings: ['shift_jis'] },
  'Korean names': { text: '이름,도시\n김철수,서울\n이영희,부산\n', encodings: ['euc-kr'] },
  'one Korean name': { text: 'id,name\n1,김철수\n', encodings: ['euc-kr'] },
  'one French cell': { text: 'name,city\nCafé Zürich,x\n', encodings: ['windows-1252', 'macintosh'] },
  French: {
    text: 'nom,ville\nCafé Zürich,Besançon\nFrançois Lefèvre,Orléans\nÉlodie,Nîmes\n',
    encodings: ['windows-1252', 'macintosh'],
  },
  German: {
    text: 'Name;Stadt;Straße\nMüller;Köln;Hauptstraße 5\nSchröder;München;Königsallee\nÖzil;Düsseldorf;Große Straße\n',
    encodings: ['windows-1252', 'macintosh'],
  },
  Spanish: {
    text: 'nombre,ciudad\nPeña,Logroño\nMuñoz,Córdoba\nGarcía,Málaga\n',
    encodings: ['windows-1252', 'macintosh'],
  },
  Swedish: {
    text: 'namn;ort\nÅsa Öberg;Malmö\nBjörn Sjöström;Göteborg\n',
    encodings: ['windows-1252', 'macintosh'],
  },
  Portuguese: {
    text: 'nome,cidade\nJoão,São Paulo\nConceição,Guimarães\n',
    encodings: ['windows-1252', 'macintosh'],
  },
  'prices in euros': {
    text: 'nom;prix\nRené;12 €\nHélène;5 €\n',
    encodings: ['windows-1252', 'iso-8859-15'],
  },
  'French with œ': {
    text: 'nom;plat\nBœuf;cœur\nHélène;sœur\n',
    encodings: ['windows-1252', 'iso-8859-15', 'macintosh'],
  },
  'curly quotes': {
    text: 'id,note\n1,It’s “fine” – really\n2,don’t\n',
    encodings: ['windows-1252', 'macintosh'],
  },
};

const cases = Object.entries(corpus).flatMap(([name, { text, encodings }]) =>
  encodings.map((encoding) => [name, encoding, text] as const),
);

describe('guessEncoding', () => {
  test.each(cases)('%s in %s', (_, encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    const guessed = guessEncoding(bytes);
    expect(decoded(bytes, guessed), guessed).toBe(text);
  });

  test.each(Object.entries(corpus))('%s in UTF-8, and in UTF-16 with and without a mark', (_, { text }) => {
    expect(guessEncoding(Buffer.from(text))).toBe('utf-8');
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      for (const addBOM of [false, true])
        expect(guessEncoding(iconv.encode(text, encoding, { addBOM })), String(addBOM)).toBe(encoding);
    }
  });

  test('ISO-8859-1 is read by what contains it, and one broken line doesn’t make UTF-8 anything else', () => {
    expect(guessEncoding(iconv.encode('name\nCafé\n', 'iso-8859-1'))).toBe('windows-1252');
    const lines = Buffer.from('姓名\n王伟\n李娜\n张三\n李四\n赵六\n');
    expect(guessEncoding(Buffer.concat([lines, Buffer.from([0xff, 0xc3, 0x0a])]))).toBe('utf-8');
  });

  test('the euro of Mac Roman', () => {
    const bytes = Buffer.concat([iconv.encode('nom;prix\nRené;12 ', 'macintosh'), Buffer.from([0xdb, 0x0a])]);
    expect(decoded(bytes, guessEncoding(bytes))).toBe('nom;prix\nRené;12 €\n');
  });

  test('ASCII, and UTF-8 cut in the middle of a character', () => {
    expect(guessEncoding(Buffer.from('a,b\n1,2\n'))).toBe('utf-8');
    expect(guessEncoding(Buffer.from('姓名,城市\n王伟').subarray(0, -1))).toBe('utf-8');
    expect(guessEncoding(Buffer.alloc(0))).toBe('utf-8');
  });
});
