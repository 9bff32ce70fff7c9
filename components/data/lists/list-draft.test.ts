import { expect, test } from 'vitest';
import type { GuessedColumn } from '@/lib/contracts/imports';
import { memberIdType } from '@/lib/contracts/lists';
import { proposeList } from './list-draft';

const column = (name: string, samples: string[], identity: string | null = null): GuessedColumn => ({
  name,
  samples,
  identity,
  filled: 1,
  value: { type: 'text' },
  key: 'c',
  label: { zh: name, en: name },
  known: null,
});

test.each([
  [
    'a column that its name tells',
    [column('姓名', ['王伟']), column('UnionID', ['o1'], 'unionid')],
    'UnionID',
    'unionid',
  ],
  [
    'phones without a header',
    [column('column_1', ['13800138000', '+86 139-0013-8000'])],
    'column_1',
    'phone',
  ],
  [
    'emails without a header',
    [column('column_1', ['1']), column('column_2', ['a@b.cn'])],
    'column_2',
    'email',
  ],
  ['member ids', [column('id', ['m0123456789abcdefghjkmn'])], 'id', memberIdType],
  ['what nothing tells', [column('id', ['A1', 'A2']), column('other', [])], 'id', null],
])('%s', (_, columns, name, identityType) => {
  expect(proposeList('双十一到店.csv', columns)).toEqual({ label: '双十一到店', column: name, identityType });
});

test('a file without columns, and names that are only an ending or too long', () => {
  expect(proposeList('x.csv', [])).toBeNull();
  expect(proposeList('.csv', [column('a', [])])?.label).toBe('.csv');
  expect(proposeList('长'.repeat(200), [column('a', [])])?.label).toHaveLength(80);
});
