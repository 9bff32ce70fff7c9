import type { ValueSpec } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';
import type { ColumnTarget, ImportDraft, ImportKind, TargetKind } from './import-draft';

/** The kinds of target that a column of such a file can have. */
export const targetKinds: Record<ImportKind, readonly TargetKind[]> = {
  members: ['ignore', 'identity', 'field', 'consent'],
  events: ['ignore', 'identity', 'at', 'field', 'event-type', 'event-id'],
};

/** What a column becomes when its kind of target is chosen: the guess, as far as it fits. */
export function targetFor(to: TargetKind, kind: ImportKind, guess: GuessedColumn): ColumnTarget {
  const root = kind === 'members' ? 'attrs' : 'props';
  const make: Record<TargetKind, () => ColumnTarget> = {
    ignore: () => ({ to: 'ignore' }),
    identity: () => ({ to: 'identity', type: guess.identity ?? guess.key }),
    field: () => fieldTarget(root, guess),
    consent: () => ({ to: 'consent', channel: guess.key, purposes: ['marketing'] }),
    at: () => ({ to: 'at', format: dateFormatOf(guess.value) ?? 'iso' }),
    'event-type': () => ({ to: 'event-type', words: [] }),
    'event-id': () => ({ to: 'event-id' }),
  };
  return make[to]();
}

function fieldTarget(root: 'attrs' | 'props', guess: GuessedColumn): ColumnTarget {
  const isKnown = guess.known?.path.startsWith(`${root}.`) ?? false;
  return {
    to: 'field',
    path: isKnown && guess.known ? guess.known.path : `${root}.${guess.key}`,
    label: isKnown ? undefined : guess.label,
    personal: false,
    value: guess.value,
  };
}

/** At most one column tells the time, the type and the number of an event: choosing another frees the first. */
const single: readonly TargetKind[] = ['at', 'event-type', 'event-id'];

/** The draft with another target for one column. */
export function withTarget(draft: ImportDraft, name: string, target: ColumnTarget): ImportDraft {
  const columns = draft.columns.map((column) => {
    if (column.name === name) return { name, target };
    const isFreed = single.includes(target.to) && column.target.to === target.to;
    return isFreed ? { name: column.name, target: { to: 'ignore' } as const } : column;
  });
  return { ...draft, columns };
}

/** A value of this type as it is most often written. */
export function valueOfType(type: ValueSpec['type'], currency: string): ValueSpec {
  const make: Record<ValueSpec['type'], () => ValueSpec> = {
    text: () => ({ type: 'text' }),
    option: () => ({ type: 'option', unknown: 'add' }),
    number: () => ({ type: 'number', unit: null }),
    money: () => ({ type: 'money', currency, amount: 'major' }),
    boolean: () => ({ type: 'boolean' }),
    date: () => ({ type: 'date', format: 'iso' }),
    day: () => ({ type: 'day', format: 'iso' }),
    list: () => ({ type: 'list', separator: ',' }),
  };
  return make[type]();
}

/** Amounts are written as numbers are, and days as instants: what was found for the one holds for the other. */
export function likeBefore(next: ValueSpec, before: ValueSpec): ValueSpec {
  const isNumeric = next.type === 'number' || next.type === 'money';
  const wasNumeric = before.type === 'number' || before.type === 'money';
  if (isNumeric && wasNumeric) return { ...next, format: before.format };
  const format = dateFormatOf(before);
  return (next.type === 'date' || next.type === 'day') && format !== null ? { ...next, format } : next;
}

/** How the dates of a column are written, be they instants or days; null for what is neither. */
export function dateFormatOf(value: ValueSpec): string | null {
  return value.type === 'date' || value.type === 'day' ? value.format : null;
}
