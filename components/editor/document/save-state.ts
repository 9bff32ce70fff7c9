import type { Definition } from '@/lib/contracts/definitions';

/** A sentence in both languages. */
interface Sentence {
  zh: string;
  en: string;
}

/** How far a drawing is saved; the header says it. */
export type SaveState =
  | { kind: 'saved'; at: string; by: string }
  /** Edited, not sent yet. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** The server can't be reached: edits are kept here and sent later. */
  | { kind: 'offline' }
  /** The server has another drawing than the one that was edited here: somebody has to choose. */
  | { kind: 'conflict'; theirs: Definition }
  /** The server doesn't take it: what it said. Tried again with the next edit, or when asked to. */
  | { kind: 'refused'; text: Sentence };

/** What came of sending a drawing. */
export type SaveOutcome =
  | { kind: 'saved'; revision: number; at: string; by: string }
  | { kind: 'conflict'; theirs: Definition }
  | { kind: 'unreachable' }
  | { kind: 'refused'; text: Sentence };
