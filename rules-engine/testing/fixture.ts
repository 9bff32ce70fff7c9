import { z } from 'zod';
import type { MemberData } from '../evaluate/document';
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
import { all, any, compare, constant, listTest, not, oneOf, present, textTest } from '../ir/build-predicate';
import type { Expression, FieldExpression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';

/** A rule, a member and the right answer as plain JSON: what a failing case is printed as, and replayed from. */
export interface Fixture {
  name: string;
  predicate: Predicate;
  data: MemberData;
  holds: boolean;
}

/** As JSON; paste it into fixtures.json to keep it. */
export function printFixture({ name, predicate, data, holds }: Fixture): string {
  return JSON.stringify(plain({ name, predicate: withoutIds(predicate), ...data, holds }));
}

/** Reads fixtures.json. Rules are built by the smart constructors, as everywhere. */
export function readFixtures(json: unknown): Fixture[] {
  return z
    .array(fixture)
    .parse(json)
    .map(({ name, predicate, member, events, holds }) => ({
      name,
      predicate,
      data: {
        member: z.record(z.string(), z.unknown()).parse(revive(member)),
        events: z.array(event).parse(revive(events)),
      },
      holds,
    }));
}

const event = z.looseObject({ type: z.unknown(), at: z.unknown() }).transform((found) => ({
  ...found,
  type: found.type,
  at: found.at,
}));

const instantOrNumber = z.union([
  z.number(),
  z.strictObject({ $date: z.string() }).transform(({ $date }) => Date.parse($date)),
]);
const odd: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/** JSON without loss: dates as `{$date}`, numbers that JSON lacks as `{$number}`, the driver's types by their text. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? 'NaN' : value.toISOString() };
  if (typeof value === 'number') {
    const exact = Number.isFinite(value) && !Object.is(value, -0);
    return exact ? value : { $number: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if ('_bsontype' in value) return { $bson: [String(value._bsontype), String(value)] };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}

/** Ids say which nodes are one; built again they are one again. */
function withoutIds(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutIds);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([name]) => name !== 'id');
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutIds(part)]));
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === '$date') return new Date(String(only[1]));
  if (entries.length === 1 && only?.[0] === '$number') return odd[String(only[1])] ?? Number.NaN;
  return Object.fromEntries(entries.map(([name, part]) => [name, revive(part)]));
}

const fieldNode = z
  .object({
    kind: z.literal('field'),
    path: z.string(),
    type: z.enum(['text', 'number', 'boolean', 'date', 'list']),
  })
  .transform(({ path, type }): FieldExpression => field(path, type));

const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    fieldNode,
    z
      .object({ kind: z.literal('literal'), type: z.literal('text'), value: z.string() })
      .transform(({ value }) => text(value)),
    z
      .object({ kind: z.literal('literal'), type: z.literal('number'), value: z.number() })
      .transform(({ value }) => number(value)),
    z
      .object({ kind: z.literal('literal'), type: z.literal('date'), value: instantOrNumber })
      .transform(({ value }) => date(value)),
    z
      .object({ kind: z.literal('literal'), type: z.literal('boolean'), value: z.boolean() })
      .transform(({ value }) => boolean(value)),
    z
      .object({
        kind: z.literal('aggregate'),
        fn: z.enum(aggregateFunctions),
        eventType: z.string(),
        of: fieldNode.nullable(),
        from: instantOrNumber.nullable(),
        to: instantOrNumber,
        where: predicate,
        timeZone: z.string(),
      })
      .transform(aggregate),
    z
      .object({
        kind: z.literal('arithmetic'),
        operator: z.enum(arithmeticOperators),
        left: expression,
        right: expression,
      })
      .transform(({ operator, left, right }) => arithmetic(operator, left, right)),
    z
      .object({
        kind: z.literal('points'),
        terms: z.array(
          z.union([
            z.object({ when: predicate, points: z.number() }),
            z.object({ value: expression, weight: z.number() }),
          ]),
        ),
      })
      .transform(({ terms }) => points(terms)),
    z
      .object({ kind: z.literal('monthDay'), of: expression, timeZone: z.string() })
      .transform(({ of, timeZone }) => monthDay(of, timeZone)),
  ]),
);

const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.object({ kind: z.literal('constant'), value: z.boolean() }).transform(({ value }) => constant(value)),
    z.object({ kind: z.literal('all'), of: z.array(predicate) }).transform(({ of }) => all(of)),
    z.object({ kind: z.literal('any'), of: z.array(predicate) }).transform(({ of }) => any(of)),
    z.object({ kind: z.literal('not'), of: predicate }).transform(({ of }) => not(of)),
    z
      .object({
        kind: z.literal('compare'),
        comparison: z.enum(['eq', 'lt', 'lte', 'gt', 'gte']),
        left: expression,
        right: expression,
      })
      .transform(({ comparison, left, right }) => compare(comparison, left, right)),
    z
      .object({
        kind: z.literal('oneOf'),
        subject: expression,
        values: z.array(z.union([z.string(), z.number()])),
      })
      .transform(({ subject, values }) => oneOf(subject, values)),
    z
      .object({
        kind: z.literal('text'),
        test: z.enum(['contains', 'startsWith', 'endsWith']),
        subject: fieldNode,
        value: z.string(),
      })
      .transform(({ test, subject, value }) => textTest(test, subject, value)),
    z
      .object({
        kind: z.literal('list'),
        test: z.enum(['any', 'all', 'prefix']),
        subject: fieldNode,
        values: z.array(z.string()),
      })
      .transform(({ test, subject, values }) => listTest(test, subject, values)),
    z
      .object({ kind: z.literal('present'), subject: expression })
      .transform(({ subject }) => present(subject)),
  ]),
);

const fixture = z.strictObject({
  name: z.string(),
  predicate,
  member: z.unknown(),
  events: z.array(z.unknown()),
  holds: z.boolean(),
});
