import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { guessFile } from './guess-file';

const guess = (bytes: Uint8Array) => guessFile({ head: bytes, tail: bytes });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('guessFile', () => {
  test.each([
    ['a,b\n1,2\n3,4\n', { format: 'csv', delimiter: ',', header: true, encoding: 'utf-8' }],
    ['a;b\n1,5;2\n3,1;4\n', { format: 'csv', delimiter: ';' }],
    ['a|b\n1|2\n', { format: 'csv', delimiter: '|' }],
    ['a\tb\n1\t2,3\n', { format: 'tsv' }],
    [' customer_id  date\r\n 00001 19970101\r\n', { format: 'whitespace', header: true }],
    ['{"a":1}\n{"a":2}\n', { format: 'ndjson' }],
    ['13800138000\n13800138001\n', { format: 'csv', header: false }],
    ['oabCDE1234fgh\noabCDE5678ijk\n', { format: 'csv', header: false }],
    ['oabCDE1234fgh\n', { format: 'csv', header: false }],
    ['openid\noabCDE1234fgh\noabCDE5678ijk\n', { format: 'csv', header: true }],
    ['customer\nC0000001\nC0000002\n', { format: 'csv', header: true }],
    ['手机号\n13800138000\n', { format: 'csv', header: true }],
    ['anna@example.com,1\nbob@example.com,2\n', { format: 'csv', header: false }],
    ['', { format: 'csv' }],
  ])('%j', (text, expected) => {
    expect(guess(utf8(text))).toMatchObject(expected);
  });

  test('GBK, UTF-16 with and without a mark, UTF-8 cut in the middle of a character', () => {
    const text = '姓名,城市\n王伟,上海\n李娜,北京\n';
    expect(guess(iconv.encode(text, 'gbk')).encoding).toBe('gbk');
    expect(guess(iconv.encode(text, 'utf-16le', { addBOM: true })).encoding).toBe('utf-16le');
    expect(guess(iconv.encode('name,city\nanna,berlin\n', 'utf-16le')).encoding).toBe('utf-16le');
    expect(guess(utf8(text).subarray(0, -2)).encoding).toBe('utf-8');
    expect(guess(utf8(`\ufeff${text}`)).encoding).toBe('utf-8');
  });

  test.each([
    [
      'Excel’s hint',
      'sep=;\nname;sum\na;1\nb;2\n',
      { delimiter: ';', skip: 1, header: true, footerCells: 0 },
    ],
    ['Excel’s hint of a tab', 'sep=\t\nname\tsum\na\t1\n', { format: 'tsv', skip: 1 }],
    ['an empty line in front', '\n\na,b\n1,2\n', { skip: 0 }],
    ['CR alone', 'a,b\r1,2\r3,4\r', { format: 'csv', delimiter: ',', header: true }],
    ['a total', 'shop,orders,sum\na,1,2\nb,3,4\n合计,,6\n', { footerCells: 2 }],
    ['a ruler and a note', 'a,b,c\n1,2,3\n4,5,6\n--------\n共 2 笔记录\n', { footerCells: 1 }],
    [
      'emptier rows that are no footer',
      'name,city,note\nann,x,y\nbob,,\ncat,z,\ndan,,\n',
      { footerCells: 0 },
    ],
    ['a row as empty as the total', 'name,city,note\nann,x,y\nbob,,\ntotal,,\n', { footerCells: 0 }],
    ['an array', '[{"a":1},{"a":2}]', { format: 'json' }],
    ['an array over lines', '[\n  {\n    "a": 1\n  }\n]\n', { format: 'json' }],
    ['objects over lines', '{\n "a": 1\n}\n{\n "a": 2\n}\n', { format: 'json' }],
  ])('%s', (_, text, expected) => {
    expect(guess(utf8(text))).toMatchObject(expected);
  });

  test('bills: title lines, rulers, tabs in cells, totals at the end', () => {
    const alipay = [
      '支付宝交易记录明细查询',
      '账号:[shop@example.com]',
      '起始日期:[2026-01-01 00:00:00]    终止日期:[2026-02-01 00:00:00]',
      '---------------------------------交易记录明细列表------------------------------------',
      '交易号                  ,商家订单号               ,交易创建时间              ,付款时间                ,金额（元）,收/支     ,',
      '2026010122001\t,T200P1\t,2026-01-05 08:03:11 ,2026-01-05 08:03:15 ,11.77   ,收入      ,',
      '2026010122002\t,T200P2\t,2026-01-06 09:00:00 ,2026-01-06 09:00:02 ,5.00    ,收入      ,',
      '------------------------------------------------------------------------------------',
      '共2笔记录',
      '已收入:2笔,16.77元',
      '导出时间:[2026-02-02 10:00:00]    用户:某某',
    ].join('\r\n');
    expect(guess(iconv.encode(alipay, 'gbk'))).toMatchObject({
      format: 'csv',
      delimiter: ',',
      encoding: 'gbk',
      skip: 4,
      header: true,
      footerCells: 2,
    });
    const wechat = [
      '微信支付账单明细,,,,,,,,',
      '微信昵称：[某某],,,,,,,,',
      '起始时间：[2026-01-01 00:00:00] 终止时间：[2026-02-01 00:00:00],,,,,,,,',
      ',,,,,,,,',
      '共2笔记录,,,,,,,,',
      '注：,,,,,,,,',
      '----------------------微信支付账单明细列表--------------------,,,,,,,,',
      '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号',
      '2026-01-05 08:03:11,商户消费,"某店","面包",支出,¥11.77,零钱,支付成功,"4200001\t"',
      '2026-01-06 08:03:11,商户消费,"某店","/",支出,¥5.00,零钱,支付成功,"4200002\t"',
    ].join('\r\n');
    expect(guess(utf8(`\ufeff${wechat}`))).toMatchObject({
      delimiter: ',',
      skip: 7,
      header: true,
      footerCells: 0,
    });
  });
});
