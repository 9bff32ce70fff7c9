import type { ValueSpec } from '@/lib/contracts/import-mapping';
import type { ColumnReading, GuessedColumn } from '@/lib/contracts/imports';
import { dateFormatOf } from './column-target';
import type { ColumnTarget, ImportDraft } from './import-draft';

/** Types whose cells are written in the same ways. */
const families: Partial<Record<ValueSpec['type'], 'numbers' | 'dates'>> = {
  number: 'numbers',
  money: 'numbers',
  date: 'dates',
  day: 'dates',
};

/** How a column can be read as what it becomes; null where that makes no difference. */
export function readingFor(guess: GuessedColumn, target: ColumnTarget): ColumnReading | null {
  const [first] = guess.reading?.choices ?? [];
  const type = typeOf(target);
  if (!guess.reading || !first || type === null || families[type] === undefined) return null;
  return families[type] === families[first.value.type] ? guess.reading : null;
}

function typeOf(target: ColumnTarget): ValueSpec['type'] | null {
  if (target.to === 'at') return 'date';
  return target.to === 'field' ? target.value.type : null;
}

/** How the target's cells are written; null where it isn't said. */
export function formatOf(target: ColumnTarget): string | null {
  if (target.to === 'at') return target.format;
  return target.to === 'field' && 'format' in target.value ? (target.value.format ?? null) : null;
}

/** The target, read in one of the ways that were found for its column. */
export function withFormatOf(target: ColumnTarget, choice: ValueSpec): ColumnTarget {
  const dated = dateFormatOf(choice);
  if (target.to === 'at') return dated === null ? target : { ...target, format: dated };
  if (target.to !== 'field') return target;
  const { value } = target;
  if (value.type === 'date' || value.type === 'day')
    return dated === null ? target : { ...target, value: { ...value, format: dated } };
  const isNumeric = value.type === 'number' || value.type === 'money';
  return isNumeric && (choice.type === 'number' || choice.type === 'money')
    ? { ...target, value: { ...value, format: choice.format } }
    : target;
}

/** The columns that can be read in several ways, and nobody has said in which. */
export function undecidedColumns(draft: ImportDraft, guesses: readonly GuessedColumn[]): string[] {
  return draft.columns.flatMap(({ name, target }) => {
    const guess = guesses.find((one) => one.name === name);
    const reading = guess && readingFor(guess, target);
    return reading && !reading.isDecided && !draft.chosen.includes(name) ? name : [];
  });
}

/** A draft of a mapping that people have used: what it says of a column was their choice. */
export function asChosen(draft: ImportDraft): ImportDraft {
  const chosen = draft.columns.filter(({ target }) => formatOf(target) !== null).map(({ name }) => name);
  return { ...draft, chosen };
}
