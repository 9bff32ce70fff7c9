import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundDraft } from './draft-log';
import { checkpointSchema, type DraftRecord, journalOf, stepsSchema } from './draft-record';
import { openJournal, replay, type Step } from './journal';
import { recover } from './recover';
import { arbitraryGraph, arbitraryStep } from './testing/arbitrary-steps';
import { tagGraph } from './testing/definitions';

const typed = (value: string): Step => ({
  step: 'do',
  commands: [{ do: 'setParam', node: 'a', path: ['value'], value }],
  target: null,
});

function found(tab: string, revision: number, server: string, steps: Step[], at = 1): FoundDraft {
  const graph = tagGraph(server);
  return { tab, record: { checkpoint: { revision, server: graph, journal: openJournal(graph) }, steps, at } };
}

const server = { revision: 3, graph: tagGraph('server') };
const value = (recovery: ReturnType<typeof recover>) =>
  recovery.checkpoint.journal.graph.nodes[0]?.params.value;

describe('opening a draft', () => {
  it('saving and loading what is kept gives the same document and past', () => {
    fc.assert(
      fc.property(
        arbitraryGraph,
        fc.array(arbitraryStep, { maxLength: 8 }),
        fc.array(arbitraryStep, { maxLength: 8 }),
        (graph, before, since) => {
          const journal = replay(openJournal(graph), before);
          const record: DraftRecord = {
            checkpoint: { revision: 1, server: graph, journal },
            steps: since,
            at: 5,
          };
          // What IndexedDB does to values.
          const stored = structuredClone(record);
          const loaded: DraftRecord = {
            checkpoint: checkpointSchema.parse(stored.checkpoint),
            ...stepsSchema.parse({ at: stored.at, steps: stored.steps }),
          };
          expect(loaded).toEqual(record);
          expect(journalOf(loaded)).toEqual(replay(journal, since));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('begins with the server where nothing was left', () => {
    const recovery = recover(server, null, []);
    expect(recovery).toMatchObject({ conflict: false, recoveredAt: null, spent: [] });
    expect(value(recovery)).toBe('server');
  });

  it('goes on after a reload, past and unsaved edits included', () => {
    const own = found('me', 3, 'server', [typed('mine')], 7);
    const recovery = recover(server, own, []);
    expect(value(recovery)).toBe('mine');
    expect(recovery).toMatchObject({ conflict: false, recoveredAt: 7 });
    expect(recovery.checkpoint.journal.undo).toHaveLength(1);
  });

  it('keeps the steps of undo where all was saved', () => {
    const own = found('me', 2, 'before', [typed('server')]);
    const recovery = recover(server, own, []);
    expect(recovery).toMatchObject({ conflict: false, recoveredAt: null });
    expect(recovery.checkpoint.revision).toBe(3);
    expect(recovery.checkpoint.journal.undo).toHaveLength(1);
  });

  it('is a conflict when the server went on without the unsaved edits', () => {
    const recovery = recover(server, found('me', 2, 'before', [typed('mine')]), []);
    expect(value(recovery)).toBe('mine');
    expect(recovery.conflict).toBe(true);
    expect(recovery.checkpoint.revision).toBe(2);
  });

  it('takes over the latest unsaved edits of a tab that is gone, and leaves the others', () => {
    const gone = [
      found('late', 3, 'server', [typed('late')], 9),
      found('early', 3, 'server', [typed('early')], 5),
      found('clean', 3, 'server', [], 4),
    ];
    const recovery = recover(server, null, gone);
    expect(value(recovery)).toBe('late');
    expect([...recovery.spent].sort()).toEqual(['clean', 'late']);
  });

  it('drops nothing that is unsaved, whatever was left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('server', 'x', 'y'), fc.constantFrom('server', 'x', 'y')), {
          maxLength: 4,
        }),
        (drafts) => {
          const left = drafts.map(([base, edit], i) =>
            found(`t${i}`, base === 'server' ? 3 : 2, base, [typed(edit)]),
          );
          const recovery = recover(server, null, left);
          const kept = left.filter(({ tab }) => !recovery.spent.includes(tab));
          const values = [
            value(recovery),
            ...kept.map(({ record }) => journalOf(record).graph.nodes[0]?.params.value),
          ];
          for (const [i, [base, edit]] of drafts.entries()) {
            if (edit !== base) expect([...values, 'server'], `t${i}`).toContain(edit);
          }
        },
      ),
    );
  });
});
