import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Definition } from '@/lib/contracts/definitions';
import type { Graph } from '@/rules-engine/index';
import type { Command } from './command';
import type { DraftLog } from './draft-log';
import type { Checkpoint } from './draft-record';
import { advance, type Journal, openJournal, type Step } from './journal';
import { sameValue } from './same-value';
import type { SaveOutcome, SaveState } from './save-state';

/** A definition's drawing while it is open: the document, its past, and how far it is saved. */
export interface DraftState {
  journal: Journal;
  /** What the server has, as far as we know. */
  server: { revision: number; graph: Graph };
  save: SaveState;
  /** False when the browser can't keep what isn't saved. */
  isKept: boolean;
}

export interface Draft {
  store: StoreApi<DraftState>;
  /** Does one step; `target` names what is worked on, so that a run of such steps is undone at once. */
  perform(commands: readonly Command[], target?: string | null): void;
  undo(): void;
  redo(): void;
  /** Ends a gesture: leaving a field, letting go of a node. */
  seal(): void;
  /** Sends what is unsaved now, and resolves when that is answered. */
  flush(): Promise<SaveState>;
  /** The server's draft as just read. Unsaved edits on an older revision are a conflict; else it is taken over. */
  receive(theirs: Definition): void;
  /** Ends a conflict: goes on from the server's draft with this drawing, or with the server's for null. */
  resolve(graph: Graph | null): void;
  /** Sends what is unsaved a last time; what that doesn't achieve is in the log. */
  close(): void;
}

export interface DraftOptions {
  start: Checkpoint;
  /** The server's draft when `start` stands against it. */
  conflict: Definition | null;
  log: DraftLog;
  send(revision: number, graph: Graph): Promise<SaveOutcome>;
  onSaved(revision: number): void;
  saved: { at: string; by: string };
  now?: () => number;
}

/** Quiet time after an edit before it is sent; the first and longest waits before an unreachable server is tried again. */
const waits = { quiet: 700, retry: 1_000, longest: 30_000 };
/** Steps after which the log begins anew: replaying stays short however long somebody is offline. */
const stepsPerCheckpoint = 300;

export function openDraft(options: DraftOptions): Draft {
  const { log, send, onSaved, now = Date.now } = options;
  let checkpoint = options.start;
  let steps: Step[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  let failures = 0;
  let lastSaved = options.saved;
  let isClosed = false;

  const { journal: begun, revision, server } = checkpoint;
  const store = createStore<DraftState>(() => ({
    journal: begun,
    server: { revision, graph: server },
    save: options.conflict ? { kind: 'conflict', theirs: options.conflict } : { kind: 'saved', ...lastSaved },
    isKept: true,
  }));
  const { getState: get, setState: set } = store;

  const isDirty = () => !sameValue(get().journal.graph, get().server.graph);
  const keep = () => {
    log.write({ checkpoint, steps, at: now() });
    log.settled().then((isKept) => isKept !== get().isKept && set({ isKept }));
  };
  const beginLog = () => {
    const { journal, server } = get();
    checkpoint = { revision: server.revision, server: server.graph, journal };
    steps = [];
    keep();
  };
  const sendIn = (ms: number) => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void flush(), ms);
  };
  /** After anything that may leave something to save. */
  const settle = () => {
    if (get().save.kind === 'conflict' || sending) return;
    if (!isDirty()) {
      clearTimeout(timer);
      set({ save: { kind: 'saved', ...lastSaved } });
    } else {
      if (get().save.kind !== 'offline') set({ save: { kind: 'waiting' } });
      sendIn(waits.quiet);
    }
  };

  const take = (step: Step) => {
    const before = get().journal;
    const journal = advance(before, step);
    if (journal === before) return;
    set({ journal });
    steps = [...steps, step];
    if (steps.length > stepsPerCheckpoint) beginLog();
    else keep();
    settle();
  };

  const outcomes: {
    [K in SaveOutcome['kind']]: (o: Extract<SaveOutcome, { kind: K }>, sent: Graph) => void;
  } = {
    saved(outcome, sent) {
      failures = 0;
      lastSaved = { at: outcome.at, by: outcome.by };
      set({ server: { revision: outcome.revision, graph: sent }, save: { kind: 'saved', ...lastSaved } });
      beginLog();
      onSaved(outcome.revision);
    },
    conflict({ theirs }, sent) {
      // The same drawing: our save had arrived, only its answer was lost.
      if (sameValue(theirs.graph, sent)) {
        const { revision, updatedAt: at, updatedBy: by } = theirs;
        outcomes.saved({ kind: 'saved', revision, at, by }, sent);
      } else set({ save: { kind: 'conflict', theirs } });
    },
    unreachable() {
      failures += 1;
      set({ save: { kind: 'offline' } });
      sendIn(Math.min(waits.longest, waits.retry * 2 ** (failures - 1)) * (0.5 + Math.random() / 2));
    },
    refused({ text }) {
      set({ save: { kind: 'refused', text } });
    },
  };
  const answered = <K extends SaveOutcome['kind']>(
    outcome: Extract<SaveOutcome, { kind: K }>,
    sent: Graph,
  ) => {
    const handle: (o: Extract<SaveOutcome, { kind: K }>, sent: Graph) => void = outcomes[outcome.kind];
    handle(outcome, sent);
  };

  const sendOnce = async () => {
    const { journal, server } = get();
    set({ save: { kind: 'saving' } });
    // In the log before it is on the server.
    await log.settled();
    const outcome = await send(server.revision, journal.graph);
    sending = null;
    if (isClosed) return;
    answered(outcome, journal.graph);
    if (outcome.kind === 'saved' || outcome.kind === 'conflict') settle();
  };

  const flush = async (): Promise<SaveState> => {
    clearTimeout(timer);
    // One in flight: what was drawn meanwhile goes with the next one.
    if (sending) await sending;
    if (get().save.kind === 'conflict' || !isDirty()) {
      settle();
      return get().save;
    }
    sending ??= sendOnce();
    await sending;
    return isDirty() && get().save.kind === 'waiting' ? flush() : get().save;
  };

  beginLog();
  settle();

  return {
    store,
    perform: (commands, target = null) => take({ step: 'do', commands, target }),
    undo: () => take({ step: 'undo' }),
    redo: () => take({ step: 'redo' }),
    seal: () => take({ step: 'seal' }),
    flush,
    receive(theirs) {
      const { server, save } = get();
      if (sending || theirs.revision <= server.revision || save.kind === 'conflict') return;
      if (isDirty() && !sameValue(get().journal.graph, theirs.graph)) {
        clearTimeout(timer);
        set({ save: { kind: 'conflict', theirs } });
        return;
      }
      lastSaved = { at: theirs.updatedAt, by: theirs.updatedBy };
      const isSame = sameValue(get().journal.graph, theirs.graph);
      set({
        journal: isSame ? get().journal : openJournal(theirs.graph),
        server: { revision: theirs.revision, graph: theirs.graph },
      });
      beginLog();
      settle();
    },
    resolve(graph) {
      const { save } = get();
      if (save.kind !== 'conflict') return;
      const { theirs } = save;
      lastSaved = { at: theirs.updatedAt, by: theirs.updatedBy };
      set({ server: { revision: theirs.revision, graph: theirs.graph }, save: { kind: 'waiting' } });
      const { nodes, edges } = graph ?? theirs.graph;
      // A step like any other: it can be undone, so neither drawing is lost by choosing.
      take({ step: 'do', commands: [{ do: 'replace', nodes, edges }], target: null });
      beginLog();
      settle();
    },
    close() {
      void flush();
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
