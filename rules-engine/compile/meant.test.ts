import { describe, expect, test } from 'vitest';
import type { DiagnosticCode } from '../diagnostics/diagnostic';
import { compiledInShop, draw, shopEnvironment } from '../testing/shop';
import { compileSubject } from './compile-subject';

/* Operands and parameters that can't be meant: each is told in a sentence, and none counts in silence. */

const allTime = { kind: 'allTime' };
const last90 = { kind: 'last', n: 90, unit: 'days' };
const events = (fn: string, window: unknown = allTime, more: object = {}) => ({
  kind: 'event',
  eventType: 'order',
  fn,
  window,
  ...more,
});
const amount = (fn: string) => events(fn, allTime, { property: 'props.amount' });
const row = (subject: unknown, operator: string, value?: unknown) => ({
  subject,
  operator,
  ...(value === undefined ? {} : { value }),
});
const field = (path: string) => ({ kind: 'field', path });

function told(type: string, params: Record<string, unknown>) {
  const graph = draw('segment', { all: ['allMembers'], it: [type, params], out: ['segmentOutput'] }, [
    'all.out → it.in',
  ]);
  const found = compiledInShop(graph).diagnostics.filter(({ node }) => node === 'it');
  for (const { message } of found) {
    expect(message.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(message.en).toMatch(/[A-Za-z].*[.…]$/);
  }
  return found;
}

const problems = (type: string, params: Record<string, unknown>) =>
  told(type, params).map(({ severity, code, param }): [string, DiagnosticCode, string | null] => [
    severity,
    code,
    param,
  ]);
const ofRow = (...parts: Parameters<typeof row>) =>
  problems('condition', { mode: 'all', rows: [row(...parts)] });

describe('rows', () => {
  const bad = (param: string) => [['error', 'bad-params', `rows.0.${param}`]];
  test.each([
    ['money in yuan', amount('sum'), 'atLeast', 19.99, bad('value')],
    ['a mean of money in yuan', amount('mean'), 'less', 0.5, bad('value')],
    ['one end of a range of money', amount('sum'), 'between', { from: 1, to: 19.99 }, bad('value.to')],
    ['one of several amounts', amount('max'), 'oneOf', [100, 19.99], bad('value.1')],
    ['half an order', events('count'), 'atLeast', 2.5, bad('value')],
    ['half a day of orders', events('distinctDays'), 'equals', 1.5, bad('value')],
    ['half a day since', events('daysSinceLast'), 'atMost', 0.5, bad('value')],
    ['a share of different values', amount('distinct'), 'greater', 0.1, bad('value')],
    ['a date where a number is', events('count'), 'atLeast', '2026-01-01', bad('value')],
    ['a number where a date is', events('last'), 'before', 20_260_101, bad('value')],
    ['no number at all', field('attrs.age'), 'atLeast', Number.NaN, bad('value')],
    ['an endless number', field('attrs.age'), 'less', Number.POSITIVE_INFINITY, bad('value')],
    ['a range the wrong way round', field('attrs.age'), 'between', { from: 9, to: 1 }, bad('value.to')],
    [
      'days the wrong way round',
      events('last'),
      'betweenDates',
      { from: '2026-02-01', to: '2026-01-01' },
      bad('value.to'),
    ],
    ['a negative span', events('last'), 'withinLast', { n: -1, unit: 'days' }, bad('value.n')],
    ['a fraction of a span', events('last'), 'withinLast', { n: 1.5, unit: 'days' }, bad('value.n')],
    ['no such day', events('last'), 'on', '2026-02-30', bad('value')],
    ['no such month', field('attrs.birthday'), 'anniversaryMonth', 13, bad('value')],
    ['nothing of a list', field('attrs.city'), 'oneOf', [], bad('value')],
    [
      'no such option',
      field('attrs.city'),
      'equals',
      'Atlantis',
      [['warning', 'unknown-option', 'rows.0.value']],
    ],
    [
      'no such list',
      { kind: 'list', id: 'nowhere' },
      'onList',
      undefined,
      [['error', 'unknown-list', 'rows.0.subject.id']],
    ],
    [
      'no such layer',
      { kind: 'layering', key: 'rfm' },
      'inLayer',
      ['nowhere'],
      [['warning', 'unknown-option', 'rows.0.value']],
    ],
    ['a negative window', events('count', { ...last90, n: -3 }), 'did', undefined, bad('subject.window.n')],
    ['a window of nothing', events('count', { ...last90, n: 0 }), 'did', undefined, bad('subject.window.n')],
    [
      'a window that ends before it begins',
      events('count', { kind: 'between', from: '2026-02-01', to: '2026-01-01' }),
      'did',
      undefined,
      bad('subject.window.to'),
    ],
    [
      'a window after the as-of',
      events('count', { kind: 'between', from: '2027-01-01', to: '2027-02-01' }),
      'did',
      undefined,
      [['warning', 'always-false', 'rows.0.subject.window']],
    ],
  ] as const)('%s', (_, subject, operator, value, expected) => {
    expect(ofRow(subject, operator, value)).toEqual(expected);
  });

  test.each([
    ['fewer than no orders', events('count'), 'less', 0, 'always-false'],
    ['at least no orders', events('count'), 'atLeast', 0, 'always-true'],
    ['no number of orders', events('count'), 'isEmpty', undefined, 'always-false'],
    ['any number of orders', events('count'), 'isNotEmpty', undefined, 'always-true'],
    ['a negative number of days', events('daysSinceLast'), 'atMost', -1, 'always-false'],
    [
      'more days with an order than the window has',
      events('distinctDays', last90),
      'greater',
      91,
      'always-false',
    ],
    ['an order after the as-of', events('last'), 'after', '2027-01-01', 'always-false'],
  ] as const)('%s is told to be the same for everybody', (_, subject, operator, value, code) => {
    expect(ofRow(subject, operator, value).filter(([, found]) => found === code)).toHaveLength(1);
  });

  test.each([
    [events('count'), 'atLeast', 3],
    [events('distinctDays', last90), 'atLeast', 91],
    [events('daysSinceLast'), 'atMost', 0],
    [amount('sum'), 'less', -100],
    [events('meanDaysBetween'), 'atMost', 2.5],
    [field('attrs.age'), 'atLeast', 2.5],
    [events('last'), 'isEmpty', undefined],
    [events('last', last90), 'isEmpty', undefined],
    [events('last', last90), 'withinLast', { n: 30, unit: 'days' }],
    [events('last', last90), 'withinLast', { n: 90, unit: 'days' }],
    [events('daysSinceLast', last90), 'atMost', 60],
    [events('meanDaysBetween', last90), 'atMost', 30],
  ])('nothing is told of %j %s %j', (subject, operator, value) => {
    expect(ofRow(subject, operator, value)).toEqual([]);
  });

  test.each([
    [events('last', last90), 'withinLast', { n: 180, unit: 'days' }],
    [events('last', last90), 'notWithinLast', { n: 180, unit: 'days' }],
    [events('last', last90), 'moreThanAgo', { n: 30, unit: 'days' }],
    [events('last', last90), 'before', '2026-05-01'],
    [events('last', { kind: 'between', from: '2020-01-01', to: '2026-03-31' }), 'after', '2026-01-01'],
    [events('first', last90), 'withinLast', { n: 30, unit: 'days' }],
    [events('daysSinceLast', last90), 'greater', 60],
    [events('daysSinceLast', { kind: 'between', from: '2026-01-01', to: '2026-03-31' }), 'atMost', 30],
    [events('meanDaysBetween', last90), 'atLeast', 30],
  ])('a window that cuts %j %s %j is told', (subject, operator, value) => {
    expect(ofRow(subject, operator, value)).toEqual([['warning', 'window-cuts', 'rows.0.subject.window']]);
  });

  test('the sentence on money says what to write', () => {
    const [problem] = told('condition', { mode: 'all', rows: [row(amount('sum'), 'atLeast', 19.99)] });
    expect(problem?.message.zh).toContain('如果是 ¥19.99，请填 1999');
    expect(problem?.message.en).toContain('for ¥19.99 write 1999');
  });
});

describe('nodes', () => {
  const age = field('attrs.age');
  const typed = { by: 'number', value: 3, ties: 'better' };
  test.each([
    ['topN', { n: 0, subject: age, direction: 'highest' }, 'n'],
    ['topN', { n: 2.5, subject: age, direction: 'highest' }, 'n'],
    ['sample', { percent: 0 }, 'percent'],
    ['sample', { percent: 100.5 }, 'percent'],
    ['sample', { percent: 60, offset: 50 }, 'offset'],
    ['quantiles', { subject: age, groups: 1, cuts: [] }, 'groups'],
    ['quantiles', { subject: age, groups: 3, cuts: [5, 1] }, 'cuts'],
    [
      'score',
      {
        terms: [{ points: Number.NaN, mode: 'all', rows: [row(age, 'atLeast', 1)] }],
        bands: [{ id: 'a', name: 'A', from: 1 }],
      },
      'terms.0.points',
    ],
    [
      'score',
      {
        terms: [{ weight: Number.POSITIVE_INFINITY, subject: age }],
        bands: [{ id: 'a', name: 'A', from: 1 }],
      },
      'terms.0.weight',
    ],
    [
      'score',
      { terms: [{ weight: 1, subject: age }], bands: [{ id: 'a', name: 'A', from: Number.NaN }] },
      'bands.0.from',
    ],
    [
      'rfm',
      {
        subject: amount('sum'),
        recency: { ...typed, by: 'quantile', share: 1.5 },
        frequency: typed,
        monetary: typed,
      },
      'recency.share',
    ],
  ])('%s %j', (type, params, param) => {
    expect(problems(type, params)).toContainEqual(['error', 'bad-params', param]);
  });

  const past = { kind: 'between', from: '2026-01-01', to: '2026-03-31' };
  const since = events('daysSinceLast', last90);
  const interval = events('meanDaysBetween', last90);
  const bands = [{ id: 'a', name: 'A', from: 1 }];
  const graded = { weight: 5, better: 'lower', by: 'bands', groups: 2, cuts: [30] };
  const twice = (side: unknown) => ({
    kind: 'formula',
    operator: '*',
    left: { kind: 'number', value: 2 },
    right: side,
  });

  test.each([
    ['topN', { n: 10, subject: since, direction: 'highest' }, 'subject.window'],
    ['topN', { n: 10, subject: twice(interval), direction: 'highest' }, 'subject.right.window'],
    ['quantiles', { subject: since, groups: 2, cuts: [30] }, 'subject.window'],
    ['quantiles', { subject: interval, groups: 2, cuts: [30] }, 'subject.window'],
    ['score', { terms: [{ weight: 1, subject: since }], bands }, 'terms.0.subject.window'],
    ['score', { terms: [{ ...graded, subject: since }], bands }, 'terms.0.subject.window'],
    [
      'score',
      { terms: [{ points: 5, mode: 'all', rows: [row(since, 'greater', 60)] }], bands },
      'terms.0.rows.0.subject.window',
    ],
    ['condition', { mode: 'all', rows: [row(twice(since), 'atLeast', 60)] }, 'rows.0.subject.right.window'],
    [
      'rfm',
      { subject: { ...amount('sum'), window: past }, recency: typed, frequency: typed, monetary: typed },
      'subject.window',
    ],
  ])('a window that cuts what %s %j uses is told', (type, params, param) => {
    expect(problems(type, params)).toContainEqual(['warning', 'window-cuts', param]);
  });

  test.each([
    ['quantiles', { subject: events('daysSinceLast'), groups: 2, cuts: [30] }],
    ['quantiles', { subject: events('count', last90), groups: 2, cuts: [30] }],
    ['sample', { percent: 10 }],
    ['condition', { mode: 'all', rows: [row(twice(events('count', last90)), 'atLeast', 60)] }],
    [
      'rfm',
      { subject: { ...amount('sum'), window: last90 }, recency: typed, frequency: typed, monetary: typed },
    ],
  ])('of %s %j nothing is told', (type, params) => {
    expect(problems(type, params)).toEqual([]);
  });
});

test('nothing is hidden of those who come in because they have events in the window', () => {
  const cutsOf = (rows: unknown[]) => {
    const graph = draw(
      'segment',
      {
        all: ['allMembers'],
        some: ['condition', { mode: 'all', rows }],
        it: ['quantiles', { subject: events('daysSinceLast', last90), groups: 2, cuts: [30] }],
        out: ['segmentOutput'],
      },
      ['all.out → some.in', 'some.matched → it.in', 'it.q1 → out.in'],
    );
    return compiledInShop(graph).diagnostics.map(({ code }) => code);
  };
  expect(cutsOf([row(events('count', last90), 'did')])).toEqual([]);
  expect(cutsOf([row(events('daysSinceLast', last90), 'isNotEmpty')])).toEqual([]);
  expect(cutsOf([row(events('count'), 'did')])).toEqual(['window-cuts']);
});

describe('a value that is stored', () => {
  const warnings = (subject: unknown) => {
    const compiled = compileSubject(subject, shopEnvironment());
    return compiled.ok ? compiled.subject.warnings.map(({ code, param }) => [code, param]) : null;
  };

  test.each(['first', 'last', 'daysSinceLast', 'meanDaysBetween'])(
    '%s: a window that hides a part of it is told',
    (fn) => {
      expect(warnings(events(fn, last90))).toEqual([['window-cuts', 'window']]);
      expect(warnings(events(fn))).toEqual([]);
    },
  );

  test('a count of the window is what it says', () => {
    expect(warnings(events('count', last90))).toEqual([]);
  });
});
