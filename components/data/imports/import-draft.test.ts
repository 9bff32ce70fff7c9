import { describe, expect, it } from 'vitest';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';
import { targetFor, valueOfType, withTarget } from './column-target';
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
    expect(draftProblems(withTarget(base, '备注', day('YYYY-MM-DD HH:mm')))).toEqual(['bad-format']);
    expect(draftProblems(withTarget(base, '备注', day('YYYY-MM-DD')))).toEqual([]);
  });
});

describe('a target by its kind', () => {
  const guess: GuessedColumn = {
    name: '城市',
    samples: ['上海'],
    filled: 1,
    value: { type: 'option', unknown: 'add' },
    time: null,
    identity: null,
    key: 'chengshi',
    label: { zh: '城市', en: 'chengshi' },
    known: { path: 'attrs.city', type: 'option' },
  };
  it('is the known field where there is one, else a new one', () => {
    expect(targetFor('field', 'members', guess)).toMatchObject({ path: 'attrs.city', label: undefined });
    expect(targetFor('field', 'events', guess)).toMatchObject({ path: 'props.chengshi', label: guess.label });
  });
  it('is the time of an event as the whole cell says it, a calendar date by its day alone', () => {
    const time = 'YYYY/MM/DD HH:mm';
    const dated: GuessedColumn = {
      ...guess,
      value: { type: 'day', format: 'YYYY/MM/DD' },
      time,
      known: null,
    };
    expect(targetFor('at', 'events', dated)).toEqual({ to: 'at', format: time });
    expect(valueOfType('date', 'CNY', time)).toEqual({ type: 'date', format: time });
    expect(valueOfType('day', 'CNY', time)).toEqual({ type: 'day', format: 'YYYY/MM/DD' });
    expect(valueOfType('day', 'CNY', 'iso')).toEqual({ type: 'day', format: 'YYYY-MM-DD' });
  });
});
