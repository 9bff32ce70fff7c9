import { dayPartOf, type ValueSpec } from '@/lib/contracts/import-mapping';
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
    at: () => ({ to: 'at', format: guess.time ?? 'iso' }),
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

/** A value of this type as it is most often written; dates as the column seems to have them (`time`). */
export function valueOfType(
  type: ValueSpec['type'],
  currency: string,
  time: GuessedColumn['time'],
): ValueSpec {
  const make: Record<ValueSpec['type'], () => ValueSpec> = {
    text: () => ({ type: 'text' }),
    option: () => ({ type: 'option', unknown: 'add' }),
    number: () => ({ type: 'number', unit: null }),
    money: () => ({ type: 'money', currency, amount: 'major' }),
    boolean: () => ({ type: 'boolean' }),
    date: () => ({ type: 'date', format: time ?? 'iso' }),
    day: () => ({ type: 'day', format: dayPartOf(time ?? 'iso') }),
    list: () => ({ type: 'list', separator: ',' }),
  };
  return make[type]();
}
