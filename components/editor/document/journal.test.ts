import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '@/rules-engine/index';
import { advance, type Journal, openJournal, replay, type Step } from './journal';
import { arbitraryCommand, arbitraryGraph, arbitraryStep } from './testing/arbitrary-steps';

const steps = fc.array(arbitraryStep, { maxLength: 12 });
const runs = { numRuns: 500 };

const set = (node: string, value: unknown, target: string | null): Step => ({
  step: 'do',
  commands: [{ do: 'setParam', node, path: ['value'], value }],
  target,
});

const oneNode: Graph = {
  kind: 'tag',
  schemaVersion: 1,
  nodes: [{ id: 'a', type: 'tagValue', position: { x: 0, y: 0 }, params: { value: '' } }],
  edges: [],
};

describe('the laws of the journal', () => {
  it('undoing what was just done gives what was before', () => {
    fc.assert(
      fc.property(arbitraryGraph, steps, arbitraryCommand, (graph, past, command) => {
        const before = advance(replay(openJournal(graph), past), { step: 'seal' });
        const after = advance(before, { step: 'do', commands: [command], target: 'x' });
        fc.pre(after !== before);
        expect(advance(after, { step: 'undo' }).graph).toEqual(before.graph);
      }),
      runs,
    );
  });

  it('redoing what was just undone gives what was before, and the same past', () => {
    fc.assert(
      fc.property(arbitraryGraph, steps, (graph, past) => {
        const before = replay(openJournal(graph), past);
        fc.pre(before.undo.length > 0);
        const after = advance(advance(before, { step: 'undo' }), { step: 'redo' });
        expect(after).toEqual({ ...before, sealed: true });
      }),
      runs,
    );
  });

  it('undoing everything gives the beginning, and redoing everything the end', () => {
    fc.assert(
      fc.property(arbitraryGraph, steps, (graph, past) => {
        const end = replay(openJournal(graph), past);
        const all = (at: Journal, step: 'undo' | 'redo'): Journal =>
          at[step].length > 0 ? all(advance(at, { step }), step) : at;
        const last = all(end, 'redo');
        expect(all(last, 'undo').graph).toEqual(graph);
        expect(all(all(last, 'undo'), 'redo').graph).toEqual(last.graph);
      }),
      runs,
    );
  });

  it('replaying the log, written and read again, gives the document and its past', () => {
    fc.assert(
      fc.property(arbitraryGraph, steps, (graph, log) => {
        const done = replay(openJournal(graph), log);
        const read: Step[] = JSON.parse(JSON.stringify(log));
        expect(replay(openJournal(structuredClone(graph)), read)).toEqual(done);
      }),
      runs,
    );
  });

  it('never changes a document that was handed out', () => {
    fc.assert(
      fc.property(arbitraryGraph, steps, (graph, log) => {
        const copy = structuredClone(graph);
        replay(openJournal(graph), log);
        expect(graph).toEqual(copy);
      }),
    );
  });
});

it('nodes that came from one object don’t change together', () => {
  const shared = { value: [1, 'x'] };
  const node = (id: string) => ({ id, type: 'allMembers', position: { x: 0, y: 0 }, params: shared });
  const empty: Graph = { kind: 'tag', schemaVersion: 1, nodes: [], edges: [] };
  const { graph } = replay(openJournal(empty), [
    {
      step: 'do',
      target: null,
      commands: [
        { do: 'replace', nodes: [node('a'), node('b')], edges: [] },
        { do: 'setParam', node: 'a', path: ['value', 0], value: undefined },
      ],
    },
  ]);
  expect(graph.nodes.map(({ params }) => params)).toEqual([{ value: ['x'] }, { value: [1, 'x'] }]);
});

describe('steps of undo', () => {
  it('join while they are about one target, however many there are', () => {
    const typed = replay(openJournal(oneNode), [
      set('a', 'v', 'p'),
      set('a', 'vi', 'p'),
      set('a', 'vip', 'p'),
    ]);
    expect(typed.undo).toHaveLength(1);
    expect(typed.undo[0]?.patches).toHaveLength(1);
    expect(advance(typed, { step: 'undo' }).graph).toEqual(oneNode);
  });

  it('do not join across another target, a seal, or without a target', () => {
    const count = (...log: Step[]) => replay(openJournal(oneNode), log).undo.length;
    expect(count(set('a', 'v', 'p'), set('a', 'w', 'q'), set('a', 'x', 'p'))).toBe(3);
    expect(count(set('a', 'v', 'p'), { step: 'seal' }, set('a', 'w', 'p'))).toBe(2);
    expect(count(set('a', 'v', null), set('a', 'w', null))).toBe(2);
  });

  it('leave nothing behind when nothing changed', () => {
    const start = openJournal(oneNode);
    expect(advance(start, set('a', '', 'p'))).toBe(start);
    expect(advance(start, set('gone', 'x', 'p'))).toBe(start);
    expect(
      advance(start, { step: 'do', commands: [{ do: 'remove', nodes: ['z'], edges: ['z'] }], target: null }),
    ).toBe(start);
    expect(advance(start, { step: 'undo' })).toBe(start);
  });

  it('forget the future once something else is done', () => {
    const forked = replay(openJournal(oneNode), [set('a', 'v', null), { step: 'undo' }, set('a', 'w', null)]);
    expect(forked.redo).toEqual([]);
  });
});
