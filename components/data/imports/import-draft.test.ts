import { describe, expect, it } from 'vitest';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';
import { asChosen, formatOf, undecidedColumns, withFormatOf } from './column-choice';
import { likeBefore, targetFor, valueOfType, withTarget } from './column-target';
import { draftProblems } from './draft-problems';
import { draftOf, mappingOf } from './import-draft';

const events: ImportMapping = importMappingSchema.parse({
  kind: 'events',
  file: { format: 'whitespace', header: false },
  timeZone: 'America/New_York',
  source: 'cdnow',
  identities: [{ column: 'column_1', type: 'customer_id' }],
  eventType: { fixed: 'order', label: { zh: '订单', en: 'Order' } },
  at: { column: 'column_2', format: 'YYYYMMDD' },
  props: [
    { column: 'column_3', path: 'props.quantity', value: { type: 'number' } },
    { column: 'column_4', path: 'props.amount', value: { type: 'money', currency: 'USD' } },
  ],
  createMembers: true,
});
const members: ImportMapping = importMappingSchema.parse({
  kind: 'members',
  file: { format: 'csv' },
  timeZone: 'Asia/Shanghai',
  source: 'crm',
  empty: ['NULL', '-'],
  identities: [{ column: '手机', type: 'phone' }],
  attributes: [
    { column: '城市', path: 'attrs.city', personal: false, value: { type: 'option' } },
    { column: '生日', path: 'attrs.birthday', personal: true, value: { type: 'date', format: 'YYYY-MM-DD' } },
  ],
  consent: [{ column: '短信', channel: 'sms', purposes: ['marketing'] }],
});
const eventColumns = ['column_1', 'column_2', 'column_3', 'column_4'];
const memberColumns = ['手机', '城市', '生日', '短信', '备注'];

describe('a draft of a mapping', () => {
  it('stands for the same mapping', () => {
    expect(importMappingSchema.parse(mappingOf(draftOf(events, eventColumns)))).toEqual(events);
    expect(importMappingSchema.parse(mappingOf(draftOf(members, memberColumns)))).toEqual(members);
  });

  it('keeps a column that tells the type of events, and its words', () => {
    const byColumn = importMappingSchema.parse({
      ...events,
      eventType: { column: 'column_3', words: [{ word: '购买', type: 'order' }] },
      props: [],
      id: 'column_4',
    });
    expect(importMappingSchema.parse(mappingOf(draftOf(byColumn, eventColumns)))).toEqual(byColumn);
  });

  it('keeps what is no reason to merge, and what becomes of changed events', () => {
    const apart = importMappingSchema.parse({
      ...events,
      identities: [
        { column: 'column_1', type: 'customer_id' },
        { column: 'column_3', type: 'phone', shared: 'reject' },
      ],
      props: [],
      changed: 'replace',
    });
    expect(importMappingSchema.parse(mappingOf(draftOf(apart, eventColumns)))).toEqual(apart);
  });

  it('ignores columns that the mapping does not name', () => {
    expect(draftOf(members, memberColumns).columns.at(-1)).toEqual({
      name: '备注',
      target: { to: 'ignore' },
    });
  });

  it('has one column for the time: choosing another frees the first', () => {
    const draft = withTarget(draftOf(events, eventColumns), 'column_3', { to: 'at', format: 'iso' });
    expect(draft.columns.map(({ target }) => target.to)).toEqual(['identity', 'ignore', 'at', 'field']);
  });
});

describe('problems', () => {
  it('has none when it is complete', () => {
    expect(draftProblems(draftOf(events, eventColumns))).toEqual([]);
    expect(draftProblems(draftOf(members, memberColumns))).toEqual([]);
  });

  it('says what is missing, as the schema would refuse it', () => {
    let draft = draftOf(events, eventColumns);
    for (const { name } of draft.columns) draft = withTarget(draft, name, { to: 'ignore' });
    draft = { ...draft, source: ' ', eventType: { key: '' } };
    expect(draftProblems(draft)).toEqual(['no-identity', 'no-time', 'no-event-type', 'no-source']);
    expect(importMappingSchema.safeParse(mappingOf(draft)).success).toBe(false);
  });

  it('finds two columns of one field, keys and date formats that are none', () => {
    const base = draftOf(members, memberColumns);
    const field = (path: string) =>
      ({ to: 'field', path, personal: false, value: { type: 'text' } }) as const;
    expect(draftProblems(withTarget(base, '备注', field('attrs.city')))).toEqual(['same-path']);
    expect(draftProblems(withTarget(base, '备注', field('attrs.Not a key')))).toEqual(['bad-key']);
    const dated = { ...field('attrs.x'), value: { type: 'date', format: 'DD/MM' } } as const;
    expect(draftProblems(withTarget(base, '备注', dated))).toEqual(['bad-format']);
    const day = (format: string) => ({ ...field('attrs.x'), value: { type: 'day', format } }) as const;
    expect(draftProblems(withTarget(base, '备注', day('epoch-seconds')))).toEqual(['bad-format']);
    expect(draftProblems(withTarget(base, '备注', day('YYYY-MM-DD')))).toEqual([]);
  });
});

describe('a column that can be read in several ways', () => {
  const spend = { type: 'money', currency: 'EUR', amount: 'major' } as const;
  const guess = (name: string): GuessedColumn => ({
    name,
    samples: ['1.200'],
    filled: 1,
    value: { ...spend, format: '1,234.5' },
    reading: {
      isDecided: false,
      choices: (['1,234.5', '1.234,5'] as const).map((format) => ({
        value: { ...spend, format },
        misfits: 0,
        examples: [],
      })),
    },
    identity: null,
    key: 'spend',
    label: { zh: name, en: name },
    known: null,
  });
  const guesses = memberColumns.map(guess);
  const target = targetFor('field', 'members', guess('备注'));
  const draft = withTarget(draftOf(members, memberColumns), '备注', target);

  it('is undecided until people choose, whatever amounts it holds', () => {
    expect(undecidedColumns(draft, guesses)).toEqual(['备注']);
    expect(undecidedColumns({ ...draft, chosen: ['备注'] }, guesses)).toEqual([]);
    const asNumber = {
      to: 'field',
      path: 'attrs.x',
      personal: false,
      value: { type: 'number', unit: null },
    } as const;
    expect(undecidedColumns(withTarget(draft, '备注', asNumber), guesses)).toEqual(['备注']);
    expect(formatOf(withFormatOf(asNumber, { ...spend, format: '1.234,5' }))).toBe('1.234,5');
    const asText = { ...asNumber, value: { type: 'text' } } as const;
    expect(undecidedColumns(withTarget(draft, '备注', asText), guesses)).toEqual([]);
  });

  it('is decided by a mapping that says it', () => {
    expect(undecidedColumns(asChosen(draft), guesses)).toEqual([]);
    const silent = { ...target, to: 'field', path: 'attrs.x', personal: false, value: spend } as const;
    expect(undecidedColumns(asChosen(withTarget(draft, '备注', silent)), guesses)).toEqual(['备注']);
  });
});

describe('a target by its kind', () => {
  const guess: GuessedColumn = {
    name: '城市',
    samples: ['上海'],
    filled: 1,
    value: { type: 'option', unknown: 'add' },
    identity: null,
    key: 'chengshi',
    label: { zh: '城市', en: 'chengshi' },
    known: { path: 'attrs.city', type: 'option' },
  };
  it('is the known field where there is one, else a new one', () => {
    expect(targetFor('field', 'members', guess)).toMatchObject({ path: 'attrs.city', label: undefined });
    expect(targetFor('field', 'events', guess)).toMatchObject({ path: 'props.chengshi', label: guess.label });
  });
  it('is the time of an event where its dates are days, and keeps how they are written', () => {
    const format = 'YYYY/MM/DD';
    const dated: GuessedColumn = { ...guess, value: { type: 'day', format }, known: null };
    expect(targetFor('at', 'events', dated)).toEqual({ to: 'at', format });
    expect(likeBefore(valueOfType('date', 'CNY'), dated.value)).toEqual({ type: 'date', format });
    expect(likeBefore(valueOfType('text', 'CNY'), dated.value)).toEqual({ type: 'text' });
    const target = targetFor('field', 'events', dated);
    expect(formatOf(withFormatOf(target, { type: 'day', format: 'DD/MM/YYYY' }))).toBe('DD/MM/YYYY');
  });
});
