import { z } from 'zod';
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
} from './build-expression';
import { compare, constant, listTest, not, oneOf, present, rejoined, textTest } from './build-predicate';
import type { Expression, FieldExpression } from './expression';
import { isExpression } from './is-expression';
import type { Predicate } from './predicate';
import { type ExpressionTable, type PredicateTable, visitExpression, visitPredicate } from './visit';

/*
 * Predicates as they travel to another process. A node names its parts by their place in the list, so that what is
 * shared stays shared; the parts of a node stand before it.
 */

const part = z.int().min(0);
const valueType = z.enum(['text', 'number', 'boolean', 'date', 'list']);

const packedNode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), path: z.string(), type: valueType }),
  z.object({ kind: z.literal('text'), value: z.string() }),
  z.object({ kind: z.literal('number'), value: z.number() }),
  z.object({ kind: z.literal('date'), value: z.number() }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
  z.object({
    kind: z.literal('aggregate'),
    fn: z.enum(aggregateFunctions),
    eventType: z.string(),
    of: part.nullable(),
    from: z.number().nullable(),
    to: z.number(),
    where: part,
    timeZone: z.string(),
  }),
  z.object({ kind: z.literal('arithmetic'), operator: z.enum(arithmeticOperators), left: part, right: part }),
  z.object({
    kind: z.literal('points'),
    terms: z.array(
      z.union([z.object({ when: part, points: z.number() }), z.object({ value: part, weight: z.number() })]),
    ),
  }),
  z.object({ kind: z.literal('monthDay'), of: part, timeZone: z.string() }),
  z.object({ kind: z.literal('constant'), value: z.boolean() }),
  z.object({ kind: z.literal('all'), of: z.array(part) }),
  z.object({ kind: z.literal('any'), of: z.array(part) }),
  z.object({ kind: z.literal('not'), of: part }),
  z.object({
    kind: z.literal('compare'),
    comparison: z.enum(['eq', 'lt', 'lte', 'gt', 'gte']),
    left: part,
    right: part,
  }),
  z.object({
    kind: z.literal('oneOf'),
    subject: part,
    values: z.array(z.union([z.string(), z.number()])),
  }),
  z.object({
    kind: z.literal('textTest'),
    test: z.enum(['contains', 'startsWith', 'endsWith']),
    subject: part,
    value: z.string(),
  }),
  z.object({
    kind: z.literal('listTest'),
    test: z.enum(['any', 'all', 'prefix']),
    subject: part,
    values: z.array(z.string()),
  }),
  z.object({ kind: z.literal('present'), subject: part }),
]);
type PackedNode = z.infer<typeof packedNode>;

export const packedPredicatesSchema = z.object({
  nodes: z.array(packedNode),
  /** The predicates, by the place of their node; and the values that are asked for besides. */
  roots: z.array(part),
  values: z.array(part),
});
export type PackedPredicates = z.infer<typeof packedPredicatesSchema>;

type PlaceOf = (node: Predicate | Expression) => number;

export function packPredicates(
  predicates: readonly Predicate[],
  values: readonly Expression[] = [],
): PackedPredicates {
  const nodes: PackedNode[] = [];
  const places = new Map<Predicate | Expression, number>();
  const placeOf: PlaceOf = (node) => {
    const known = places.get(node);
    if (known !== undefined) return known;
    const packed = isExpression(node)
      ? visitExpression(packExpression, node, placeOf)
      : visitPredicate(packPredicate, node, placeOf);
    const place = nodes.push(packed) - 1;
    places.set(node, place);
    return place;
  };
  return { roots: predicates.map(placeOf), values: values.map(placeOf), nodes };
}

const packPredicate: PredicateTable<PlaceOf, PackedNode> = {
  constant: ({ value }) => ({ kind: 'constant', value }),
  all: ({ of }, placeOf) => ({ kind: 'all', of: of.map(placeOf) }),
  any: ({ of }, placeOf) => ({ kind: 'any', of: of.map(placeOf) }),
  not: ({ of }, placeOf) => ({ kind: 'not', of: placeOf(of) }),
  compare: ({ comparison, left, right }, placeOf) => ({
    kind: 'compare',
    comparison,
    left: placeOf(left),
    right: placeOf(right),
  }),
  oneOf: ({ subject, values }, placeOf) => ({
    kind: 'oneOf',
    subject: placeOf(subject),
    values: [...values],
  }),
  text: ({ test, subject, value }, placeOf) => ({ kind: 'textTest', test, subject: placeOf(subject), value }),
  list: ({ test, subject, values }, placeOf) => ({
    kind: 'listTest',
    test,
    subject: placeOf(subject),
    values: [...values],
  }),
  present: ({ subject }, placeOf) => ({ kind: 'present', subject: placeOf(subject) }),
};

const packExpression: ExpressionTable<PlaceOf, PackedNode> = {
  field: ({ path, type }) => ({ kind: 'field', path, type }),
  literal: (literal): PackedNode => {
    if (literal.type === 'text') return { kind: 'text', value: literal.value };
    if (literal.type === 'boolean') return { kind: 'boolean', value: literal.value };
    return { kind: literal.type, value: literal.value };
  },
  aggregate: ({ fn, eventType, of, from, to, where, timeZone }, placeOf) => ({
    kind: 'aggregate',
    fn,
    eventType,
    of: of && placeOf(of),
    from,
    to,
    where: placeOf(where),
    timeZone,
  }),
  arithmetic: ({ operator, left, right }, placeOf) => ({
    kind: 'arithmetic',
    operator,
    left: placeOf(left),
    right: placeOf(right),
  }),
  points: ({ terms }, placeOf) => ({
    kind: 'points',
    terms: terms.map((term) =>
      'when' in term
        ? { when: placeOf(term.when), points: term.points }
        : { value: placeOf(term.value), weight: term.weight },
    ),
  }),
  monthDay: ({ of, timeZone }, placeOf) => ({ kind: 'monthDay', of: placeOf(of), timeZone }),
};

/** The predicates and values again, interned here: the same ones every time. Throws on what `packPredicates` doesn't make. */
export function unpackPredicates({ nodes, roots, values }: PackedPredicates): {
  predicates: Predicate[];
  values: Expression[];
} {
  const made: (Predicate | Expression)[] = [];
  const parts: Parts = {
    expression: (place) => {
      const node = made[place];
      if (!node || !isExpression(node)) throw new Error(`No value stands at ${place}.`);
      return node;
    },
    predicate: (place) => {
      const node = made[place];
      if (!node || isExpression(node)) throw new Error(`No predicate stands at ${place}.`);
      return node;
    },
    field: (place) => {
      const node = parts.expression(place);
      if (node.kind !== 'field') throw new Error(`No field stands at ${place}.`);
      return node;
    },
  };
  for (const node of nodes) made.push(unpackNode(node, parts));
  return { predicates: roots.map(parts.predicate), values: values.map(parts.expression) };
}

interface Parts {
  expression(place: number): Expression;
  predicate(place: number): Predicate;
  field(place: number): FieldExpression;
}

function unpackNode(node: PackedNode, parts: Parts): Predicate | Expression {
  switch (node.kind) {
    case 'field':
      return field(node.path, node.type);
    case 'text':
      return text(node.value);
    case 'number':
      return number(node.value);
    case 'date':
      return date(node.value);
    case 'boolean':
      return boolean(node.value);
    case 'aggregate':
      return aggregate({
        ...node,
        of: node.of === null ? null : parts.field(node.of),
        where: parts.predicate(node.where),
      });
    case 'arithmetic':
      return arithmetic(node.operator, parts.expression(node.left), parts.expression(node.right));
    case 'points':
      return points(
        node.terms.map((term) =>
          'when' in term
            ? { when: parts.predicate(term.when), points: term.points }
            : { value: parts.expression(term.value), weight: term.weight },
        ),
      );
    case 'monthDay':
      return monthDay(parts.expression(node.of), node.timeZone);
    case 'constant':
      return constant(node.value);
    case 'all':
    case 'any':
      return rejoined(node.kind, node.of.map(parts.predicate));
    case 'not':
      return not(parts.predicate(node.of));
    case 'compare':
      return compare(node.comparison, parts.expression(node.left), parts.expression(node.right));
    case 'oneOf':
      return oneOf(parts.expression(node.subject), node.values);
    case 'textTest':
      return textTest(node.test, parts.field(node.subject), node.value);
    case 'listTest':
      return listTest(node.test, parts.field(node.subject), node.values);
    case 'present':
      return present(parts.expression(node.subject));
  }
}
