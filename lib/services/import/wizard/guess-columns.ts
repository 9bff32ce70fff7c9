import type { FieldType, LocalText } from '@/lib/contracts/catalogue';
import { type DateFormat, dayPartOf, type ValueSpec } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';
import { cellText } from '../values/cell';
import { guessIdentity } from './guess-identity';
import { guessDate, guessValue } from './guess-value';
import { proposeKey } from './key-proposal';
import type { Sample } from './sample-rows';

/** A place of the catalogue that a column may belong to. */
export interface KnownPlace {
  path: string;
  type: FieldType;
  unit: string | null;
  label: LocalText;
}

const SAMPLES = 5;

/** What each column seems to be, from the first rows and what the catalogue knows. */
export function guessColumns(
  sample: Sample,
  known: readonly KnownPlace[],
  currency: string,
): GuessedColumn[] {
  const taken = new Set<string>();
  return sample.columns.map((name, index) => {
    const texts = sample.rows.flatMap((row) => (row.reason ? [] : cellText(row.cells[index]).trim()));
    const filled = texts.filter((text) => text !== '');
    const place = placeOf(name, known);
    const key = place ? keyOf(place) : proposeKey(name, taken);
    taken.add(key);
    const guess = guessValue(name, filled, currency);
    const time = guess.type === 'date' || guess.type === 'day' ? guessDate(name, filled) : null;
    const label = name.slice(0, 80);
    return {
      name,
      samples: [...new Set(filled)].slice(0, SAMPLES).map((text) => text.slice(0, 200)),
      filled: texts.length === 0 ? 0 : filled.length / texts.length,
      value: place ? fitted(guess, time, place, currency) : guess,
      time,
      identity: guessIdentity(name, filled),
      key,
      label: place?.label ?? { zh: label, en: label },
      known: place ? { path: place.path, type: place.type } : null,
    };
  });
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
function fitted(
  guess: ValueSpec,
  time: DateFormat | null,
  { type, unit }: KnownPlace,
  currency: string,
): ValueSpec {
  if (guess.type === type && type !== 'money') return guess;
  const specs: Record<FieldType, ValueSpec> = {
    text: { type: 'text' },
    option: { type: 'option', unknown: 'add' },
    number: { type: 'number', unit },
    money: { type: 'money', currency: unit ?? currency, amount: 'major' },
    boolean: { type: 'boolean' },
    date: { type: 'date', format: time ?? 'iso' },
    day: { type: 'day', format: dayPartOf(time ?? 'iso') },
    list: { type: 'list', separator: ',' },
  };
  return specs[type];
}
