import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import { numberFormats } from '@/lib/contracts/number-format';
import { currencyDigits, readAmount } from '@/lib/values/amount';
import { readDateParts } from '@/lib/values/date-format';
import { readNumber } from '@/lib/values/number';
import { arbitraryParts, writtenDate } from '@/lib/values/testing/written-date';
import { writtenDecimal } from '@/lib/values/testing/written-decimal';
import { candidatesOf } from './column-candidates';
import { ColumnTally } from './column-tally';

function readingOf(value: ValueSpec, cells: readonly string[], name = 'date') {
  const tally = new ColumnTally(candidatesOf(value, name, cells), value.type !== 'date');
  for (const cell of cells) tally.add(cell);
  return tally.reading(true);
}

const number: ValueSpec = { type: 'number', unit: null };
const euro: ValueSpec = { type: 'money', currency: 'EUR', amount: 'major' };
const date: ValueSpec = { type: 'date', format: 'iso' };
const formatsOf = (value: ValueSpec, cells: readonly string[], name?: string) =>
  readingOf(value, cells, name)?.choices.map((choice) => 'format' in choice.value && choice.value.format);

describe('the reading of a column', () => {
  test.each<[string, ValueSpec, string[], string[] | undefined]>([
    ['digits say nothing', number, ['12', '500'], undefined],
    ['a thousand or a decimal', number, ['1,234', '12'], ['1,234.5', '1.234,5']],
    ['two marks', number, ['1,234', '1,234,567'], ['1,234.5']],
    ['a decimal comma', number, ['12,5', '3,75'], ['1.234,5']],
    ['one cell decides', number, ['1.234', '12,5'], ['1.234,5']],
    ['spaces', number, ['1 234,56', '3,5'], ['1 234,5']],
    ['apostrophes', number, ["1'234.50", '3.5'], ["1'234.5"]],
    ['EUR 1.200', euro, ['1.200', '3.500'], ['1,234.5', '1.234,5']],
    ['EUR with cents', euro, ['1.200', '12,50'], ['1.234,5']],
    ['EUR 1.234', euro, ['1.234', '5.678'], ['1.234,5']],
    ['days of both kinds', date, ['05/01/2026', '13/01/2026'], ['DD/MM/YYYY']],
    ['days that can be both', date, ['05/01/2026', '06/01/2026'], ['MM/DD/YYYY', 'DD/MM/YYYY']],
    ['days that are the same', date, ['05/05/2026', '06/06/2026'], ['MM/DD/YYYY']],
    ['two digits', date, ['9/7/11', '9/13/11'], ['MM/DD/YY(1970)']],
    ['two digits, open', date, ['9/7/11'], ['MM/DD/YY(1970)', 'DD/MM/YY(1970)']],
    ['serial numbers', date, ['40878', '40879.5'], ['excel-1900', 'excel-1904']],
  ])('%s', (_, value, cells, formats) => {
    expect(formatsOf(value, cells)).toEqual(formats);
  });

  test('a part of a file decides nothing that the rest could read differently', () => {
    const tally = new ColumnTally(candidatesOf(number, 'points', ['12']), true);
    tally.add('12');
    expect(tally.isOpen()).toBe(true);
    expect(tally.reading(false)).toMatchObject({
      isDecided: false,
      choices: [{ value: { format: '1,234.5' } }, { value: { format: '1.234,5' } }],
    });
    tally.add('3.75');
    expect(tally.isOpen()).toBe(false);
    expect(tally.reading(false)?.isDecided).toBe(true);
  });

  test('a birthday’s two digits begin in 1930', () => {
    expect(formatsOf(date, ['13/7/55'], '生日')).toEqual(['DD/MM/YY(1930)']);
  });

  test('both readings of the same cell are shown', () => {
    expect(readingOf(euro, ['7', '1.200'])).toMatchObject({
      isDecided: false,
      choices: [
        { value: { format: '1,234.5' }, misfits: 0, examples: [{ cell: '1.200', shown: 120 }] },
        { value: { format: '1.234,5' }, misfits: 0, examples: [{ cell: '1.200', shown: 120000 }] },
      ],
    });
    expect(readingOf(date, ['05/05/2026', '05/01/2026'])).toMatchObject({
      isDecided: false,
      choices: [
        { examples: [{ cell: '05/01/2026', shown: '2026-05-01' }] },
        { examples: [{ cell: '05/01/2026', shown: '2026-01-05' }] },
      ],
    });
  });

  test('a column with dates of both ways is asked about, with what each can’t read', () => {
    const cells = [...Array.from({ length: 40 }, () => '01/02/2026'), '13/01/2026', '01/13/2026'];
    const reading = readingOf(date, cells);
    expect(reading?.isDecided).toBe(false);
    expect(reading?.choices.map(({ misfits }) => misfits)).toEqual([1, 1]);
  });

  test.each(numberFormats)('a column written as %s is read as it was meant, or asked about', (format) => {
    const amount = fc.tuple(fc.nat(2 ** 31), fc.boolean(), fc.nat(7));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), fc.nat(3), (amounts, digits) => {
        const cells = amounts.map(([n, negative, way]) =>
          writtenDecimal(n, digits, { format, negative, way }),
        );
        for (const spec of [number, euro]) {
          if (spec.type === 'money' && digits > 2) continue;
          const reading = readingOf(spec, cells);
          if (!reading) continue;
          const meanings = reading.choices.map(({ value }) =>
            cells.map((cell) => readingOfCell(value, cell)),
          );
          expect(meanings, cells.join(' ')).toContainEqual(
            cells.map((cell) => readingOfCell({ ...spec, format }, cell)),
          );
        }
      }),
    );
  });

  test('a column of dates is read as it was meant, or asked about', () => {
    const formats = [
      'DD/MM/YYYY',
      'MM/DD/YYYY',
      'DD/MM/YY(1930)',
      'MM/DD/YY(1930)',
      'YY(1930)/MM/DD',
      'DD.MM.YYYY',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.array(arbitraryParts, { minLength: 1, maxLength: 12 }),
        (format, days) => {
          const cells = days.map((parts) => writtenDate(parts, format));
          const reading = readingOf(date, cells, '生日');
          const meant = cells.map((cell) => readDateParts(cell, format));
          const meanings = (reading?.choices ?? []).map(({ value }) =>
            cells.map((cell) => (value.type === 'date' ? readDateParts(cell, value.format) : null)),
          );
          expect(meanings, `${format}: ${cells.join(' ')}`).toContainEqual(meant);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

function readingOfCell(spec: ValueSpec, cell: string): number | null {
  if (spec.type !== 'number' && spec.type !== 'money') return null;
  const result =
    spec.type === 'number'
      ? readNumber(cell, spec.format)
      : readAmount(cell, {
          currency: spec.currency,
          digits: currencyDigits(spec.currency),
          format: spec.format,
        });
  return 'value' in result ? result.value : null;
}
