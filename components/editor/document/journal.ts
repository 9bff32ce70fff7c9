import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Graph } from '@/rules-engine/index';
import { applyCommand } from './apply-command';
import type { Command } from './command';

enablePatches();

/** One step of undo: the commands, and how to go there and back. */
export interface Entry {
  commands: readonly Command[];
  /**
   * What was worked on: `param:n3:rows.0.value`. Steps on one target that follow each other are one step of undo,
   * however long they took; null never joins.
   */
  target: string | null;
  patches: readonly Patch[];
  inverse: readonly Patch[];
}

/** What happens to a document. `seal` ends a gesture: what follows on the same target is a step of its own. */
export type Step =
  | { step: 'do'; commands: readonly Command[]; target: string | null }
  | { step: 'undo' }
  | { step: 'redo' }
  | { step: 'seal' };

/** A drawing with its past and its undone future. Nothing in it is ever mutated. */
export interface Journal {
  graph: Graph;
  /** Oldest first; the last is undone first. */
  undo: readonly Entry[];
  /** The last is redone first. */
  redo: readonly Entry[];
  sealed: boolean;
}

/** Steps of undo that are kept. */
const depth = 500;

export function openJournal(graph: Graph): Journal {
  return { graph, undo: [], redo: [], sealed: true };
}

type Move<K extends Step['step']> = (journal: Journal, step: Extract<Step, { step: K }>) => Journal;

const moves: { [K in Step['step']]: Move<K> } = {
  do: (journal, { commands, target }) => perform(journal, commands, target),
  undo,
  redo,
  seal: (journal) => (journal.sealed ? journal : { ...journal, sealed: true }),
};

/** The document after a step; the same object when the step changes nothing. */
export function advance<K extends Step['step']>(journal: Journal, step: Extract<Step, { step: K }>): Journal {
  const move: Move<K> = moves[step.step];
  return move(journal, step);
}

export function replay(journal: Journal, steps: readonly Step[]): Journal {
  return steps.reduce<Journal>((at, step) => advance(at, step), journal);
}

function perform(journal: Journal, commands: readonly Command[], target: string | null): Journal {
  const [graph, patches, inverse] = produceWithPatches(journal.graph, (draft) => {
    for (const command of commands) applyCommand(draft, command);
  });
  if (patches.length === 0) return journal;
  const last = journal.undo.at(-1);
  const joins = last && !journal.sealed && target !== null && last.target === target;
  const entry = joins
    ? {
        commands: [...last.commands, ...commands],
        target,
        patches: [...last.patches, ...patches],
        inverse: [...inverse, ...last.inverse],
      }
    : { commands, target, patches, inverse };
  const past = joins ? journal.undo.slice(0, -1) : journal.undo.slice(1 - depth);
  return { graph, undo: [...past, compacted(entry)], redo: [], sealed: target === null };
}

/** Typing sets one parameter many times: only the last command and patch of such a run matter. */
function compacted(entry: Entry): Entry {
  const [first] = entry.commands;
  const [patch] = entry.patches;
  const commandPath = first?.do === 'setParam' ? first.path.join('\0') : null;
  const oneParam =
    commandPath !== null &&
    entry.commands.every((c) => c.do === 'setParam' && c.path.join('\0') === commandPath);
  const patchPath = patch?.path.join('\0');
  const onePath =
    oneParam && [...entry.patches, ...entry.inverse].every((p) => p.path.join('\0') === patchPath);
  if (!onePath || [...entry.patches, ...entry.inverse].some((p) => p.op !== 'replace')) return entry;
  return {
    ...entry,
    commands: entry.commands.slice(-1),
    patches: entry.patches.slice(-1),
    inverse: entry.inverse.slice(-1),
  };
}

function undo(journal: Journal): Journal {
  const entry = journal.undo.at(-1);
  if (!entry) return journal;
  return {
    graph: applyPatches(journal.graph, [...entry.inverse]),
    undo: journal.undo.slice(0, -1),
    redo: [...journal.redo, entry],
    sealed: true,
  };
}

function redo(journal: Journal): Journal {
  const entry = journal.redo.at(-1);
  if (!entry) return journal;
  return {
    graph: applyPatches(journal.graph, [...entry.patches]),
    undo: [...journal.undo, entry],
    redo: journal.redo.slice(0, -1),
    sealed: true,
  };
}
