import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Graph } from '@/rules-engine/index';
import { type Draft, openDraft } from './draft';
import type { DraftRecord } from './draft-record';
import { openJournal } from './journal';
import type { SaveOutcome } from './save-state';
import { definitionOf, tagGraph } from './testing/definitions';

type Send = (revision: number, graph: Graph) => Promise<SaveOutcome>;

let records: DraftRecord[];
let draft: Draft;
const saved: Send = async (revision) => ({ kind: 'saved', revision: revision + 1, at: 'later', by: 'me' });
const send = vi.fn<Send>();

beforeEach(() => {
  vi.useFakeTimers();
  records = [];
  send.mockReset().mockImplementation(saved);
  draft = open();
});
afterEach(() => {
  draft.close();
  vi.useRealTimers();
});

function open(conflict: ReturnType<typeof definitionOf> | null = null): Draft {
  const graph = tagGraph('');
  return openDraft({
    start: { revision: 1, server: graph, journal: openJournal(graph) },
    conflict,
    log: {
      write(record) {
        records.push(record);
      },
      settled: async () => true,
    },
    send,
    onSaved: () => undefined,
    saved: { at: 'before', by: 'me' },
  });
}

const type = (value: string) =>
  draft.perform([{ do: 'setParam', node: 'a', path: ['value'], value }], 'param:a:value');
const state = () => draft.store.getState();
const value = () => state().journal.graph.nodes[0]?.params.value;
const quiet = () => vi.advanceTimersByTimeAsync(1_000);

describe('autosave', () => {
  it('waits for quiet, then sends once with the revision it drew on', async () => {
    type('v');
    type('vi');
    expect(state().save.kind).toBe('waiting');
    await quiet();
    expect(send).toHaveBeenCalledExactlyOnceWith(1, tagGraph('vi'));
    expect(state().save).toEqual({ kind: 'saved', at: 'later', by: 'me' });
    expect(state().server.revision).toBe(2);
  });

  it('has one in flight; what is drawn meanwhile goes with the next', async () => {
    let answer: (outcome: SaveOutcome) => void = () => undefined;
    send.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    type('v');
    await quiet();
    type('vip');
    await quiet();
    expect(send).toHaveBeenCalledTimes(1);
    answer({ kind: 'saved', revision: 2, at: 'x', by: 'me' });
    await quiet();
    expect(send.mock.calls.map(([revision]) => revision)).toEqual([1, 2]);
    expect(state().save.kind).toBe('saved');
  });

  it('sends nothing when what was done was undone', async () => {
    type('v');
    draft.undo();
    await quiet();
    expect(send).not.toHaveBeenCalled();
    expect(state().save.kind).toBe('saved');
  });

  it('keeps every step in the log at once, and begins the log anew when it is saved', async () => {
    type('v');
    expect(records.at(-1)?.steps).toHaveLength(1);
    await quiet();
    expect(records.at(-1)).toMatchObject({ steps: [], checkpoint: { revision: 2 } });
    expect(records.at(-1)?.checkpoint.journal.undo).toHaveLength(1);
  });

  it('says what the server refuses, and tries again with the next edit', async () => {
    send.mockResolvedValueOnce({ kind: 'refused', text: { zh: '太大', en: 'too large' } });
    type('v');
    await quiet();
    expect(state().save).toEqual({ kind: 'refused', text: { zh: '太大', en: 'too large' } });
    type('w');
    await quiet();
    expect(state().save.kind).toBe('saved');
  });

  it('flushes what is unsaved before something that needs it saved', async () => {
    type('v');
    expect((await draft.flush()).kind).toBe('saved');
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('offline', () => {
  it('keeps the edits and sends them when the server is back', async () => {
    send.mockResolvedValue({ kind: 'unreachable' });
    type('v');
    await quiet();
    type('vip');
    await quiet();
    expect(state().save.kind).toBe('offline');
    send.mockImplementation(saved);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send.mock.lastCall).toEqual([1, tagGraph('vip')]);
    expect(state().save.kind).toBe('saved');
  });
});

describe('conflict', () => {
  const theirs = definitionOf(5, tagGraph('theirs'));
  const meet = async () => {
    send.mockResolvedValueOnce({ kind: 'conflict', theirs });
    type('mine');
    await quiet();
  };

  it('stops saving until somebody chooses', async () => {
    await meet();
    expect(state().save).toEqual({ kind: 'conflict', theirs });
    type('mine, further');
    await quiet();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('mine becomes a new revision', async () => {
    await meet();
    draft.resolve(state().journal.graph);
    await quiet();
    expect(send.mock.lastCall).toEqual([5, tagGraph('mine')]);
    expect(state().save.kind).toBe('saved');
  });

  it('theirs is taken, and mine comes back by undo', async () => {
    await meet();
    draft.resolve(null);
    expect(value()).toBe('theirs');
    await quiet();
    expect(send).toHaveBeenCalledTimes(1);
    draft.undo();
    expect(value()).toBe('mine');
    await quiet();
    expect(send.mock.lastCall).toEqual([5, tagGraph('mine')]);
  });

  it('is none when the save had arrived and only its answer was lost', async () => {
    send.mockResolvedValueOnce({ kind: 'conflict', theirs: definitionOf(2, tagGraph('mine')) });
    type('mine');
    await quiet();
    expect(state().save.kind).toBe('saved');
    expect(state().server.revision).toBe(2);
  });

  it('stands from the start when what was left here is older than the server', () => {
    draft.close();
    draft = open(theirs);
    expect(state().save.kind).toBe('conflict');
  });
});

describe('a newer draft from another tab', () => {
  const theirs = definitionOf(4, tagGraph('theirs'));

  it('is taken over when nothing is unsaved here', () => {
    draft.receive(theirs);
    expect(value()).toBe('theirs');
    expect(state().save).toMatchObject({ kind: 'saved', by: 'ben' });
  });

  it('is a conflict when something is', () => {
    type('mine');
    draft.receive(theirs);
    expect(value()).toBe('mine');
    expect(state().save.kind).toBe('conflict');
  });

  it('is ignored when it is older', () => {
    draft.receive(definitionOf(1, tagGraph('old')));
    expect(value()).toBe('');
  });
});
