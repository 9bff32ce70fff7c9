import fc from 'fast-check';
import { type Catalogue, type Field, valueTypes } from '../catalogue';
import { aggregateFunctions, arithmeticOperators } from '../graph/condition';
import {
  aggregate,
  arithmetic,
  boolean,
  date,
  field,
  monthDay,
  number,
  points,
  text,
} from '../ir/build-expression';
import {
  all,
  always,
  any,
  compare,
  constant,
  listTest,
  not,
  oneOf,
  present,
  textTest,
} from '../ir/build-predicate';
import type { AggregateFunction, Expression, FieldExpression, PointsTerm, ValueType } from '../ir/expression';
import type { Comparison, Predicate } from '../ir/predicate';
import { testCatalogue } from './catalogue';
import { days, instants, numbers, texts, timeZones } from './pools';

export interface PredicateOptions {
  catalogue?: Catalogue;
  /** Levels of all, any, not and formulas; 3 when not given. */
  depth?: number;
  /** Whether event aggregates occur; they do when not given. */
  aggregates?: boolean;
}

/** Rules of the whole IR over the fields and event types of a catalogue, built by the smart constructors. */
export function arbitraryPredicate(options: PredicateOptions = {}): fc.Arbitrary<Predicate> {
  return arbitrariesFor(options).predicate(options.depth ?? 3);
}

/** Numbers, dates and single fields of any type. */
export function arbitraryExpression(options: PredicateOptions = {}): fc.Arbitrary<Expression> {
  return arbitrariesFor(options).expression(options.depth ?? 3);
}

interface Arbitraries {
  predicate(depth: number): fc.Arbitrary<Predicate>;
  expression(depth: number): fc.Arbitrary<Expression>;
}

function arbitrariesFor({ catalogue = testCatalogue, aggregates = true }: PredicateOptions): Arbitraries {
  const eventTypes = Object.values(catalogue.eventTypes).map(({ type, props }) => ({
    type,
    props: byType(props),
    where: arbitraries(byType(props), null).predicate(1),
  }));
  const events =
    aggregates && eventTypes.length > 0 ? fc.constantFrom(...eventTypes).chain(arbitraryAggregate) : null;
  return arbitraries(byType(catalogue.fields), events);
}

type FieldsByType = Readonly<Record<ValueType, readonly FieldExpression[]>>;

function byType(fields: Readonly<Record<string, Field>>): FieldsByType {
  const found: Record<ValueType, FieldExpression[]> = {
    text: [],
    number: [],
    boolean: [],
    date: [],
    list: [],
  };
  for (const { path, type } of Object.values(fields)) {
    const valueType = valueTypes[type];
    found[valueType].push(field(path, valueType));
  }
  return found;
}

const orders: readonly Comparison[] = ['eq', 'lt', 'lte', 'gt', 'gte'];
const literalText = fc.constantFrom(...texts).map(text);
const literalNumber = fc.constantFrom(...numbers).map(number);
/** Instants, and both ends of calendar days. */
const literalDate = fc.constantFrom(...instants, ...days, ...days.map((at) => at + 86_399_999)).map(date);
const weight = fc.constantFrom(-2, 0, 0.5, 1, 4);

function arbitraries(fields: FieldsByType, events: fc.Arbitrary<Expression> | null): Arbitraries {
  const fieldOf = (type: ValueType) => (fields[type].length > 0 ? [fc.constantFrom(...fields[type])] : []);
  const aggregated = (type: ValueType) => (events ? [events.filter((value) => value.type === type)] : []);

  const dateValue = (): fc.Arbitrary<Expression> =>
    fc.oneof(...[...fieldOf('date'), ...aggregated('date')].map((arbitrary) => ({ weight: 4, arbitrary })), {
      weight: 1,
      arbitrary: literalDate,
    });

  const numberValue = (depth: number): fc.Arbitrary<Expression> => {
    const simple = [...fieldOf('number'), ...aggregated('number')];
    const plain = fc.oneof(...simple.map((arbitrary) => ({ weight: 4, arbitrary })), {
      weight: 1,
      arbitrary: literalNumber,
    });
    if (depth <= 0) return plain;
    const formula = fc
      .tuple(fc.constantFrom(...arithmeticOperators), numberValue(depth - 1), numberValue(depth - 1))
      .map(([operator, left, right]) => arithmetic(operator, left, right));
    const term: fc.Arbitrary<PointsTerm> = fc.oneof(
      fc.record({ when: predicate(0), points: fc.constantFrom(...numbers) }),
      fc.record({ value: numberValue(0), weight }),
    );
    const sum = fc.array(term, { maxLength: 4 }).map(points);
    const dayOfYear = fc
      .tuple(dateValue(), fc.constantFrom(...timeZones))
      .map(([of, timeZone]) => monthDay(of, timeZone));
    return fc.oneof(
      { weight: 4, arbitrary: plain },
      { weight: 2, arbitrary: formula },
      { weight: 1, arbitrary: sum },
      { weight: 1, arbitrary: dayOfYear },
    );
  };

  const test = (depth: number): fc.Arbitrary<Predicate> => {
    const numberTest = fc
      .tuple(fc.constantFrom(...orders), numberValue(depth), fc.oneof(literalNumber, numberValue(depth - 1)))
      .map(([order, left, right]) => compare(order, left, right));
    const dateTest = fc
      .tuple(fc.constantFrom(...orders), dateValue(), fc.oneof(literalDate, dateValue()))
      .map(([order, left, right]) => compare(order, left, right));
    const monthDayTest = fc
      .tuple(
        dateValue(),
        fc.constantFrom(...timeZones),
        fc.constantFrom(...orders),
        fc.constantFrom(101, 228, 229, 1231),
      )
      .map(([of, zone, order, value]) => compare(order, monthDay(of, zone), number(value)));
    const equalities = fieldOf('text').map((of) =>
      fc.tuple(of, fc.oneof(literalText, of)).map(([left, right]) => compare('eq', left, right)),
    );
    const flags = fieldOf('boolean').map((of) =>
      fc
        .tuple(of, fc.oneof(fc.boolean().map(boolean), of))
        .map(([left, right]) => compare('eq', left, right)),
    );
    const textChoices = fieldOf('text').map((of) =>
      fc
        .tuple(of, fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }))
        .map(([subject, values]) => oneOf(subject, values)),
    );
    const numberChoices = fc
      .tuple(
        numberValue(depth - 1),
        fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 1, maxLength: 4 }),
      )
      .map(([subject, values]) => oneOf(subject, values));
    const textTests = fieldOf('text').map((of) =>
      fc
        .tuple(fc.constantFrom('contains', 'startsWith', 'endsWith'), of, fc.constantFrom(...texts))
        .map(([kind, subject, value]) => textTest(kind, subject, value)),
    );
    const listTests = fieldOf('list').map((of) =>
      fc
        .tuple(
          fc.constantFrom('any', 'all', 'prefix'),
          of,
          fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, subject, values]) =>
          listTest(kind, subject, kind === 'prefix' ? values.slice(0, 1) : values),
        ),
    );
    return fc.oneof(
      { weight: 4, arbitrary: numberTest },
      { weight: 2, arbitrary: dateTest },
      { weight: 1, arbitrary: monthDayTest },
      { weight: 2, arbitrary: fc.oneof(...equalities, numberTest) },
      { weight: 1, arbitrary: fc.oneof(...flags, numberTest) },
      { weight: 2, arbitrary: fc.oneof(...textChoices, numberChoices) },
      { weight: 3, arbitrary: fc.oneof(...textTests, numberTest) },
      { weight: 3, arbitrary: fc.oneof(...listTests, numberTest) },
      { weight: 3, arbitrary: expression(depth - 1).map(present) },
    );
  };

  function predicate(depth: number): fc.Arbitrary<Predicate> {
    if (depth <= 0) return test(0);
    const parts = fc.oneof(
      { weight: 40, arbitrary: fc.array(predicate(depth - 1), { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    );
    return fc.oneof(
      { weight: 40, arbitrary: test(Math.min(depth, 2)) },
      { weight: 20, arbitrary: parts.map(all) },
      { weight: 20, arbitrary: parts.map(any) },
      { weight: 20, arbitrary: predicate(depth - 1).map(not) },
      ...(depth > 1 ? [{ weight: 1, arbitrary: fc.boolean().map(constant) }] : []),
    );
  }

  function expression(depth: number): fc.Arbitrary<Expression> {
    return fc.oneof(
      { weight: 3, arbitrary: numberValue(depth) },
      { weight: 2, arbitrary: dateValue() },
      ...(['text', 'boolean', 'list'] as const).flatMap((type) =>
        fieldOf(type).map((arbitrary) => ({ weight: 1, arbitrary })),
      ),
    );
  }

  return { predicate, expression };
}

interface EventSource {
  type: string;
  props: FieldsByType;
  where: fc.Arbitrary<Predicate>;
}

/** What each function can read; null where it reads no property. */
const readable: Record<AggregateFunction, readonly ValueType[] | null> = {
  count: null,
  sum: ['number'],
  mean: ['number'],
  min: ['number', 'date'],
  max: ['number', 'date'],
  distinct: ['text', 'number', 'boolean', 'date'],
  distinctDays: null,
  first: null,
  last: null,
  daysSinceLast: null,
  meanDaysBetween: null,
};

function arbitraryAggregate({ type, props, where }: EventSource): fc.Arbitrary<Expression> {
  const readBy = (fn: AggregateFunction) => readable[fn]?.flatMap((valueType) => props[valueType]) ?? [];
  const possible = aggregateFunctions.filter((fn) => readable[fn] === null || readBy(fn).length > 0);
  return fc.constantFrom(...possible).chain((fn) =>
    fc
      .record({
        of: readable[fn] ? fc.constantFrom(...readBy(fn)) : fc.constant(null),
        from: fc.option(fc.constantFrom(...instants)),
        to: fc.constantFrom(...instants.slice(0, 8)),
        where: fc.oneof(fc.constant(always), where),
        timeZone: fc.constantFrom(...timeZones),
      })
      .map((parts) => aggregate({ fn, eventType: type, ...parts })),
  );
}
