import type { FieldType } from '@/lib/contracts/catalogue';
import { DEFAULT_EMPTY_WORDS } from '@/lib/contracts/empty-words';
import type { DateFormat, ValueSpec } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';
import type { LocalText } from '@/lib/contracts/local-text';
import { type Cell, cellText } from '@/lib/values/cell';
import { emptyWords } from '@/lib/values/empty-words';
import { proposeKey } from '@/lib/values/key-proposal';
import { candidatesOf } from './column-candidates';
import { ColumnTally } from './column-tally';
import { guessIdentity } from './guess-identity';
import { guessPresence, guessValue } from './guess-value';
import type { Sample } from './sample-rows';

/** A place of the catalogue that a column may belong to. */
export interface KnownPlace {
  path: string;
  type: FieldType;
  unit: string | null;
  label: LocalText;
}

const SAMPLES = 5;

/** A column as its first rows show it, and what the rest of the file is still to tell of it. */
export interface SampledColumn {
  guess: GuessedColumn;
  /** Null where there is only one way to read the column. */
  tally: ColumnTally | null;
}

/** What each column seems to be, from the first rows and what the catalogue knows. */
export function guessColumns(
  sample: Sample,
  known: readonly KnownPlace[],
  currency: string,
): SampledColumn[] {
  const taken = new Set<string>();
  return sample.columns.map((name, index) => {
    const cells = sample.rows.flatMap((row) => (row.reason ? [] : [row.cells[index]]));
    const filled = cells.filter(isFilled);
    const texts = filled.map((cell) => cellText(cell).trim());
    const place = placeOf(name, known);
    const key = place ? keyOf(place) : proposeKey(name, taken);
    taken.add(key);
    const answers = cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
    const guess = guessPresence(answers) ?? guessValue(name, texts, currency);
    const label = name.slice(0, 80);
    const value = place ? fitted(guess, place, currency) : guess;
    return {
      guess: {
        name,
        samples: [...new Set(answers)].slice(0, SAMPLES).map((text) => text.slice(0, 200)),
        filled: cells.length === 0 ? 0 : filled.length / cells.length,
        value,
        identity: guessIdentity(name, filled),
        key,
        label: place?.label ?? { zh: label, en: label },
        known: place ? { path: place.path, type: place.type } : null,
      },
      tally: tallyOf(value, name, filled),
    };
  });
}

function tallyOf(value: ValueSpec, name: string, filled: readonly Cell[]): ColumnTally | null {
  const candidates = candidatesOf(
    value,
    name,
    filled.map((cell) => cellText(cell).trim()),
  );
  if (candidates.length === 0) return null;
  const tally = new ColumnTally(candidates, value.type === 'number' || value.type === 'money');
  for (const cell of filled) tally.add(cell);
  return tally;
}

const usual = emptyWords(DEFAULT_EMPTY_WORDS);

/** Whether there is something in a cell: no word of those that a new mapping takes for nothing. */
export function isFilled(cell: Cell): boolean {
  const text = cellText(cell).trim();
  return text !== '' && !usual.isEmpty(text);
}

/**
 * The guess with the readings that were found, the likeliest of them as its value.
 * @param isWhole the tally has all rows of the file
 */
export function withReading({ guess, tally }: SampledColumn, isWhole: boolean): GuessedColumn {
  const reading = tally?.reading(isWhole);
  return { ...guess, value: reading?.choices[0]?.value ?? guess.value, reading };
}

/** A field whose label or key is the column's name. */
function placeOf(name: string, known: readonly KnownPlace[]): KnownPlace | null {
  const wanted = name.trim().toLowerCase();
  const names = (place: KnownPlace) =>
    [place.label.zh, place.label.en, keyOf(place)].map((text) => text.toLowerCase());
  return known.find((place) => names(place).includes(wanted)) ?? null;
}

function keyOf({ path }: KnownPlace): string {
  return path.slice(path.indexOf('.') + 1);
}

/** The catalogue's type wins over what the first rows look like. */
function fitted(guess: ValueSpec, { type, unit }: KnownPlace, currency: string): ValueSpec {
  if (guess.type === type && type !== 'money') return guess;
  const specs: Record<FieldType, ValueSpec> = {
    text: { type: 'text' },
    option: { type: 'option', unknown: 'add' },
    number: { type: 'number', unit },
    money: { type: 'money', currency: unit ?? currency, amount: 'major' },
    boolean: { type: 'boolean' },
    date: { type: 'date', format: writtenAs(guess) },
    day: { type: 'day', format: writtenAs(guess) },
    list: { type: 'list', separator: ',' },
  };
  return specs[type];
}

/** How a column has its dates, whether they are taken for instants or for days. */
function writtenAs(guess: ValueSpec): DateFormat {
  return guess.type === 'date' || guess.type === 'day' ? guess.format : 'iso';
}
