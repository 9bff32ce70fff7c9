import type { ConditionScope, SubjectKind } from '../conditions/subject-kind';

/** What every way of entering a value is given. */
export interface ValueProps {
  /** As stored in the draft: it may be incomplete, or of another operator. */
  value: unknown;
  /** A choice: a step of undo of its own. */
  choose: (value: unknown) => void;
  /** Typing: joins with what was typed before. */
  type: (value: unknown) => void;
  kind: SubjectKind;
  scope: ConditionScope;
  /** Names the control for screen readers. */
  label: string;
  error: string | undefined;
  /** What is wrong with a part of the value: `from`, `to`, `n`. */
  partError: (part: string) => string | undefined;
  isDisabled: boolean;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
