import fc from 'fast-check';
import type { Catalogue, Field, FieldType } from '../catalogue';
import type { EventData, MemberData } from '../evaluate/document';
import { testCatalogue } from './catalogue';
import { days, instants, numbers, texts } from './pools';

export interface MemberOptions {
  catalogue?: Catalogue;
  /** Values that plain JavaScript doesn't have: decimals and longs of a database. */
  exotics?: readonly unknown[];
  /** Names that a server may refuse to store, to occur beside the fields. */
  oddKeys?: readonly string[];
}

const text = fc.constantFrom(...texts);
const number = fc.constantFrom(...numbers);

const values: Record<FieldType, fc.Arbitrary<unknown>> = {
  text,
  option: text,
  number,
  money: number,
  boolean: fc.boolean(),
  date: fc.constantFrom(...instants).map((at) => new Date(at)),
  day: fc.constantFrom(...days).map((at) => new Date(at)),
  list: fc.array(fc.constantFrom(...texts), { maxLength: 4 }),
};

/** Members as ingest leaves them: every value of its declared type, or absent. */
export function cleanMember({ catalogue = testCatalogue }: MemberOptions = {}): fc.Arbitrary<MemberData> {
  return fc.record({
    member: documentOf(catalogue.fields, (type) => values[type]),
    events: fc.array(cleanEvent(catalogue), { maxLength: 8 }),
  });
}

/** Members and events in which anything may stand anywhere, a path's parents included. */
export function hostileMember(options: MemberOptions = {}): fc.Arbitrary<MemberData> {
  const { catalogue = testCatalogue } = options;
  const hostile = hostileValues(options);
  return fc.record({
    member: hostileDocument(catalogue.fields, hostile, options),
    events: fc.array(fc.oneof(cleanEvent(catalogue), hostileEvent(catalogue, hostile, options)), {
      maxLength: 8,
    }),
  });
}

function cleanEvent({ eventTypes }: Catalogue): fc.Arbitrary<EventData> {
  const events = Object.values(eventTypes).map(({ type, props }) =>
    fc
      .tuple(
        values.date,
        documentOf(props, (propertyType) => values[propertyType]),
      )
      .map(([at, document]) => ({ ...document, type, at })),
  );
  return fc.oneof(...events);
}

function hostileEvent(
  { eventTypes }: Catalogue,
  hostile: fc.Arbitrary<unknown>,
  options: MemberOptions,
): fc.Arbitrary<EventData> {
  const types = Object.keys(eventTypes);
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...types) },
    { weight: 1, arbitrary: fc.constantFrom(...types.map((one) => [one]), null, 'other', 5) },
  );
  const at = fc.oneof(
    { weight: 4, arbitrary: values.date },
    {
      weight: 1,
      arbitrary: fc.oneof(
        hostile,
        values.date.map((date) => [date]),
        values.date.map(String),
      ),
    },
  );
  const properties = fc.oneof(
    ...Object.values(eventTypes).map(({ props }) => hostileDocument(props, hostile, options)),
  );
  return fc
    .tuple(type, fc.option(at, { nil: undefined, freq: 8 }), properties)
    .map(([kind, instant, document]) => ({ ...document, type: kind, at: instant }));
}

/** What no field should hold, and values of every type in fields of all the others. */
function hostileValues({ exotics = [], oddKeys = [] }: MemberOptions): fc.Arbitrary<unknown> {
  const plain = fc.constantFrom<unknown>(
    ...[
      null,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -0,
      2 ** 53,
      1e308,
      'NaN',
      '2024-01-01',
    ],
  );
  const scalar = fc.oneof(
    { weight: 2, arbitrary: plain },
    ...(exotics.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...exotics) }] : []),
    ...[...new Set(Object.values(values))].map((arbitrary) => ({ weight: 1, arbitrary })),
  );
  const keys = fc.constantFrom('a', 'city', 'age', 'street', 'marks', 'amount', 'length', '0', ...oddKeys);
  const object = fc
    .array(fc.tuple(keys, scalar), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries));
  return fc.oneof(
    { weight: 6, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.array(fc.constantFrom(...texts), { maxLength: 2 }), { maxLength: 2 }),
    },
    { weight: 1, arbitrary: fc.array(object, { maxLength: 2 }) },
    { weight: 1, arbitrary: object },
  );
}

/** Values of the right type in the wrong wrapping. */
function nearMisses(type: FieldType): fc.Arbitrary<unknown> {
  const value = values[type];
  return fc.oneof(
    value.map((one) => [one]),
    fc.tuple(value, value),
    value.map((one) => [[one]]),
    value.map((one) => ({ 0: one })),
    value.map(String),
  );
}

/** Nested records along dotted paths; each field is there two times in three. */
function documentOf(
  fields: Readonly<Record<string, Field>>,
  value: (type: FieldType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.values(fields).map(({ path, type }) =>
    fc.option(value(type), { nil: undefined, freq: 3 }).map((found) => ({ names: path.split('.'), found })),
  );
  return fc.tuple(...entries).map((found) => nested(found));
}

interface Entry {
  names: readonly string[];
  found: unknown;
}

function nested(entries: readonly Entry[]): Record<string, unknown> {
  const below = new Map<string, Entry[]>();
  const result: [string, unknown][] = [];
  for (const { names, found } of entries) {
    const [name, ...rest] = names;
    if (name === undefined || found === undefined) continue;
    if (rest.length === 0) result.push([name, found]);
    else below.set(name, [...(below.get(name) ?? []), { names: rest, found }]);
  }
  return Object.fromEntries([
    ...result,
    ...[...below].map(([name, parts]) => [name, nested(parts)] as const),
  ]);
}

/** A document with hostile values, of which some object is replaced by an array of such objects, or by anything. */
function hostileDocument(
  fields: Readonly<Record<string, Field>>,
  hostile: fc.Arbitrary<unknown>,
  { oddKeys = [] }: MemberOptions,
): fc.Arbitrary<Record<string, unknown>> {
  const mixed = documentOf(fields, (type) =>
    fc.oneof(
      { weight: 2, arbitrary: values[type] },
      { weight: 2, arbitrary: nearMisses(type) },
      { weight: 3, arbitrary: hostile },
    ),
  );
  const parents = [...new Set(Object.keys(fields).flatMap(properParents))];
  const nothing = fc.constant<Record<string, unknown>>({});
  const odd =
    oddKeys.length > 0 ? fc.dictionary(fc.constantFrom(...oddKeys), hostile, { maxKeys: 1 }) : nothing;
  if (parents.length === 0) return mixed;
  const damage = fc.record({
    parent: fc.constantFrom(...parents),
    how: fc.constantFrom<Damage>('keep', 'keep', 'array', 'arrayOfTwo', 'replace'),
    other: mixed,
    value: hostile,
  });
  return fc
    .tuple(mixed, damage, odd)
    .map(([document, { parent, how, other, value }, extra]) =>
      replaced({ ...document, ...extra }, parent.split('.'), (found) =>
        damages[how](found, at(other, parent.split('.')), value, extra),
      ),
    );
}

type Damage = 'keep' | 'array' | 'arrayOfTwo' | 'replace';

const damages: Record<Damage, (found: unknown, other: unknown, value: unknown, extra: object) => unknown> = {
  keep: (found, _other, _value, extra) => (isRecord(found) ? { ...found, ...extra } : found),
  array: (found) => [found ?? {}],
  arrayOfTwo: (found, other) => [found ?? {}, other ?? {}],
  replace: (_found, _other, value) => value,
};

function properParents(path: string): string[] {
  const names = path.split('.');
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join('.'));
}

function at(document: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((found, name) => (isRecord(found) ? found[name] : undefined), document);
}

function replaced(
  document: Record<string, unknown>,
  [name, ...rest]: readonly string[],
  change: (found: unknown) => unknown,
): Record<string, unknown> {
  if (name === undefined) return document;
  const found = document[name];
  const value = rest.length === 0 ? change(found) : isRecord(found) ? replaced(found, rest, change) : found;
  return value === undefined ? document : { ...document, [name]: value };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
