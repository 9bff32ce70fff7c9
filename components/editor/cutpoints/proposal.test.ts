import { describe, expect, test } from 'vitest';
import type { Cutpoint, CutpointSet } from '@/lib/contracts/cutpoints';
import { compileGraph, draw, firstChoices, rfmGraph, withParam } from '@/rules-engine/index';
import { shopEnvironment } from '@/rules-engine/testing/shop';
import { applyCommand } from '../document/apply-command';
import { pathOf, proposal, sourceOf } from './proposal';

const environment = shopEnvironment();
const drawn = rfmGraph(firstChoices('order', 'props.amount'), 'zh');

/** What a job would have answered to all cuts of a drawing. */
function setOf(graph: typeof drawn, valuesAt: (param: string) => number[] | null, number = 1): CutpointSet {
  const cuts = compileGraph(graph, environment).cuts.map(
    ({ node, param, rule, label, unit, money, rounds, stored }): Cutpoint => ({
      node,
      param,
      rule,
      label,
      unit,
      money,
      rounds,
      before: stored && [...stored],
      values: valuesAt(param),
      of: 10,
      present: 10,
      mean: 1,
      median: 1,
      min: 0,
      max: 2,
      problem: null,
    }),
  );
  const at = `2026-06-0${number}T00:00:00.000Z`;
  return {
    number,
    state: 'done',
    node: null,
    asOf: at,
    cuts,
    by: 'anna',
    startedAt: at,
    finishedAt: at,
    job: `j${number}`,
    progress: { done: 3, total: 3 },
    error: null,
  };
}

const values: Record<string, number> = {
  'recency.value': 62,
  'frequency.value': 2.5,
  'monetary.value': 30_000,
};
const first = setOf(drawn, (param) => [values[param] ?? 0]);

describe('a set against a drawing', () => {
  test('fills in what was not computed yet, by commands that give the same drawing', () => {
    const { cuts, after, commands } = proposal(drawn, first, environment);
    expect(cuts.map(({ stored, isChanged }) => [stored, isChanged])).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ]);
    expect(compileGraph(after, environment).executable).toBe(true);
    const document = structuredClone(drawn);
    for (const command of commands) applyCommand(document, command);
    expect(document).toEqual(after);
  });

  test('says nothing of what is as it was, and keeps what nobody has a value for', () => {
    const { after } = proposal(drawn, first, environment);
    expect(proposal(after, first, environment).commands).toEqual([]);
    const second = setOf(after, (param) => (param === 'recency.value' ? [70] : null));
    const { cuts, commands } = proposal(after, second, environment);
    expect(commands).toEqual([{ do: 'setParam', node: 'rfm', path: ['recency', 'value'], value: 70 }]);
    expect(cuts.map(({ isChanged }) => isChanged)).toEqual([true, false, false]);
  });

  test('leaves out what the drawing asks otherwise now, or of another number', () => {
    const { after } = proposal(drawn, first, environment);
    const typed = withParam(after, 'rfm', 'recency.by', 'number');
    const wider = withParam(typed, 'rfm', 'subject.window.n', 30);
    const later = setOf(drawn, () => [1]);
    expect(proposal(typed, later, environment).cuts.map(({ cut }) => cut.param)).toEqual([
      'frequency.value',
      'monetary.value',
    ]);
    expect(proposal(wider, later, environment).cuts).toEqual([]);
  });

  test('reaches what stands behind a cut that is computed with it', () => {
    const quantiles = { type: 'quantiles', params: { subject: field, groups: 2, cuts: null } };
    const graph = draw(
      'layering',
      {
        all: { type: 'allMembers', at: [0, 0] },
        a: { ...quantiles, at: [1, 0] },
        b: { ...quantiles, at: [2, 0] },
      },
      ['all.out → a.in', 'a.q2 → b.in'],
    );
    const filled = withParam(withParam(graph, 'a', 'cuts', [5]), 'b', 'cuts', [8]);
    const set = setOf(filled, () => [9]);
    expect(proposal(graph, set, environment).commands).toHaveLength(2);
  });
});

const field = { kind: 'field', path: 'attrs.points' };

describe('where a value came from', () => {
  const { after } = proposal(drawn, first, environment);
  const [recency] = compileGraph(after, environment).cuts;
  const again = { ...first, number: 2, finishedAt: '2026-06-02T00:00:00.000Z' };
  const other = setOf(drawn, () => [1], 3);

  test('is the latest set with just this value', () => {
    expect(recency && sourceOf(recency, [other, again, first])?.number).toBe(2);
    expect(recency && sourceOf(recency, [other])).toBeNull();
  });

  test('of a published version: none that was computed after it', () => {
    expect(recency && sourceOf(recency, [other, again, first], '2026-06-01T12:00:00.000Z')?.number).toBe(1);
  });

  test('is none that failed', () => {
    expect(recency && sourceOf(recency, [{ ...first, state: 'failed' }])).toBeNull();
  });
});

test('a path below the parameters is steps of names and places', () => {
  expect(pathOf('terms.10.cuts')).toEqual(['terms', 10, 'cuts']);
});
