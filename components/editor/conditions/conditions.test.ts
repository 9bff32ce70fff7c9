import { describe, expect, it } from 'vitest';
import {
  type Catalogue,
  type ConditionSubject,
  emptyCatalogue,
  type Field,
  findOperator,
} from '@/rules-engine/index';
import { withOperator, withSubject } from './edit-row';
import { eventSubject, propertiesFor, withFunction } from './new-rows';
import { depthOf, readGroup, readRow, readSubject } from './shapes';
import { subjectKind } from './subject-kind';

const field = (path: string, type: Field['type'], unit: string | null = null): Field => ({
  path,
  type,
  label: { zh: path, en: path },
  unit,
  options: [],
  personal: false,
});
const catalogue: Catalogue = {
  ...emptyCatalogue,
  fields: {
    'attrs.city': field('attrs.city', 'text'),
    'attrs.level': field('attrs.level', 'option'),
    'attrs.age': field('attrs.age', 'number'),
    'metrics.spent': field('metrics.spent', 'money', 'USD'),
  },
  eventTypes: {
    order: {
      type: 'order',
      label: { zh: '下单', en: 'Order' },
      props: {
        'props.amount': field('props.amount', 'money', 'USD'),
        'props.category': field('props.category', 'text'),
      },
    },
  },
};
const member = { on: 'member' as const };
const about = (path: string): ConditionSubject => ({ kind: 'field', path });
const operator = (id: string) => {
  const found = findOperator(id);
  if (!found) throw new Error(`no operator ${id}`);
  return found;
};

describe('reading a draft', () => {
  it('takes anything', () => {
    for (const raw of [null, undefined, 5, 'x', [], {}, { rows: 5 }])
      expect(readGroup(raw)).toEqual({ mode: 'all', rows: [] });
    expect(readRow(7)).toEqual({ subject: undefined, operator: '', value: undefined });
    expect(readSubject({ kind: 'magic' })).toBeNull();
  });

  it('knows how deep groups are nested', () => {
    expect(depthOf({ mode: 'all', rows: [] })).toBe(1);
    expect(depthOf({ mode: 'all', rows: [{ mode: 'any', rows: [{ mode: 'all', rows: [] }] }] })).toBe(3);
  });
});

describe('what a subject is', () => {
  it('follows from field, event function and formula', () => {
    const kind = (subject: ConditionSubject) => subjectKind(subject, member, catalogue);
    expect(kind(about('metrics.spent'))).toMatchObject({ types: ['money'], unit: 'USD' });
    expect(kind(about('attrs.nowhere'))).toBeNull();
    expect(kind(eventSubject('order'))?.types).toEqual(['number', 'events']);
    expect(kind(withFunction(eventSubject('order'), 'sum', catalogue))).toMatchObject({
      types: ['money'],
      unit: 'USD',
    });
    expect(kind(withFunction(eventSubject('order'), 'last', catalogue))?.types).toEqual(['date']);
    const share: ConditionSubject = {
      kind: 'formula',
      operator: '/',
      left: about('metrics.spent'),
      right: about('metrics.spent'),
    };
    expect(kind(share)?.types).toEqual(['number']);
    expect(kind({ ...share, operator: '*', right: { kind: 'number', value: 2 } })?.types).toEqual(['money']);
  });

  it('inside an event is one of its properties', () => {
    const scope = { on: 'event' as const, eventType: 'order' };
    expect(subjectKind(about('props.category'), scope, catalogue)?.types).toEqual(['text']);
    expect(subjectKind(about('attrs.city'), scope, catalogue)).toBeNull();
  });

  it('decides which properties a function reads', () => {
    expect(propertiesFor('sum', 'order', catalogue).map(({ path }) => path)).toEqual(['props.amount']);
    expect(propertiesFor('distinct', 'order', catalogue)).toHaveLength(2);
    expect(
      withFunction(withFunction(eventSubject('order'), 'sum', catalogue), 'count', catalogue),
    ).not.toHaveProperty('property');
  });
});

describe('changing a row', () => {
  const row = { subject: about('attrs.city'), operator: 'equals', value: '上海' };

  it('drops a value that belonged to another field', () => {
    expect(withSubject(row, about('attrs.level'), member, catalogue)).toEqual({
      subject: about('attrs.level'),
      operator: 'equals',
    });
  });

  it('keeps the value of the same field', () => {
    expect(withSubject(row, about('attrs.city'), member, catalogue)).toMatchObject({ value: '上海' });
  });

  it('takes an operator that fits', () => {
    const contains = { ...row, operator: 'contains' };
    expect(withSubject(contains, about('attrs.age'), member, catalogue).operator).toBe('atLeast');
    expect(withSubject(contains, about('attrs.nowhere'), member, catalogue).operator).toBe('');
  });

  it('keeps what was typed when the operator changes', () => {
    const many = withOperator(row, operator('oneOf'));
    expect(many.value).toEqual(['上海']);
    expect(withOperator({ ...row, ...many }, operator('equals')).value).toBe('上海');
    expect(withOperator(row, operator('notEquals')).value).toBe('上海');
    expect(withOperator(row, operator('isEmpty'))).not.toHaveProperty('value');
  });

  it('keeps an event row whole when only its window changes', () => {
    const asked = { subject: eventSubject('order'), operator: 'atLeast', value: 4 };
    const allTime: ConditionSubject = { ...eventSubject('order'), window: { kind: 'allTime' } };
    expect(withSubject(asked, allTime, member, catalogue)).toEqual({
      subject: allTime,
      operator: 'atLeast',
      value: 4,
    });
  });
});
