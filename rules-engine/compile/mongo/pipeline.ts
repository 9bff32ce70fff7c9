import type { Expression } from '../../ir/expression';
import type { Predicate } from '../../ir/predicate';
import { type EventPass, eventPasses } from './aggregates';
import { collectReads } from './collect';
import { toMatch } from './match';
import { cond, documentScope, literal, type MongoDocument, type MongoScope, type MongoValue } from './scope';
import { predicateExpression, valueExpression } from './to-expr';

/** Members to look at before anything else: an indexed range or id, in `find` operators. */
export interface Selection {
  members?: MongoDocument;
  /** The same restriction on events (by `memberId`), where it can be said. */
  events?: MongoDocument;
}

/** Stages on `members` after which the documents carry what the rules read, and the scope to read it in. */
interface Prepared {
  stages: MongoDocument[];
  scope: MongoScope;
}

/**
 * Without event aggregates the members pass as they are. With them, a pass over the events of each type gives all
 * aggregates of that type by member, and a `$group` by `_id` joins everything: on every server faster than a `$lookup`
 * per member. A row of the union has one of its parts only, which is the greatest: `$mergeObjects` would say it more
 * plainly, but DocumentDB loses parts with it once the planner has statistics.
 */
function prepare(
  predicates: readonly Predicate[],
  values: readonly Expression[],
  selection: Selection,
  /** Parts of the member that later stages use besides what the rules read. */
  besides: readonly string[] = [],
): Prepared {
  const { fields, aggregates } = collectReads(predicates, values);
  const first = selection.members ? [{ $match: selection.members }] : [];
  if (aggregates.size === 0) return { stages: first, scope: documentScope };
  const { passes, values: computedAt } = eventPasses([...aggregates]);
  const paths = new Set(['ord', ...besides, ...[...fields].map((field) => field.path)]);
  const read = computedAt((pass, accumulator) => `$${partOf(pass)}.${accumulator}`);
  const parts = ['member', ...passes.map((_, i) => partOf(i))];
  const names = new Map([...read.keys()].map((id, i) => [id, `aggregates.a${i}`]));
  return {
    stages: [
      ...first,
      { $project: Object.fromEntries([...topmost(paths)].map((path) => [path, 1])) },
      { $project: { member: '$$ROOT' } },
      ...passes.map((pass, i) => ({
        $unionWith: {
          coll: 'events',
          pipeline: [...eventStages(pass, selection), { $project: { [partOf(i)]: '$$ROOT' } }],
        },
      })),
      {
        $group: {
          _id: '$_id',
          ...Object.fromEntries(parts.map((part) => [part, { $max: `$${part}` }])),
        },
      },
      // Events of unknown members have a row of their own here.
      { $match: { 'member._id': { $exists: true } } },
      {
        $project: {
          member: 1,
          aggregates: Object.fromEntries([...read.values()].map((value, i) => [`a${i}`, value])),
        },
      },
    ],
    scope: { root: 'member.', aggregates: names },
  };
}

/** Where the accumulators of a pass stand. */
const partOf = (pass: number): string => `pass${pass}`;

function eventStages(pass: EventPass, selection: Selection): MongoDocument[] {
  return [
    { $match: selection.events ? { $and: [selection.events, pass.match] } : pass.match },
    { $group: { _id: '$memberId', ...pass.accumulators } },
  ];
}

/** A value for a `$project`, where a bare number would ask for a field of that name. */
function computed(value: Expression, scope: MongoScope): MongoValue {
  const expression = valueExpression(value, scope);
  return typeof expression === 'number' ? literal(expression) : expression;
}

/** Projecting `a` and `a.b` together is refused: the shorter path holds both. */
function topmost(paths: ReadonlySet<string>): Set<string> {
  return new Set([...paths].filter((path) => ![...paths].some((other) => path.startsWith(`${other}.`))));
}

/** Stages on `members` that leave `{ _id, ord }` of those for whom the predicate holds. */
export function selectMembers(predicate: Predicate, selection: Selection = {}): MongoDocument[] {
  const { stages, scope } = prepare([predicate], [], selection);
  return [...stages, { $match: toMatch(predicate, scope) }, { $project: { ord: `$${scope.root}ord` } }];
}

/**
 * Stages that leave `{ _id, ord, value }` of every member: the index of the first predicate that holds, -1 for none. So who
 * reads it can tell whether somebody was left out. `besides`: a path of the member that is carried along under this name.
 */
export function classifyMembers(
  predicates: readonly Predicate[],
  { besides, ...selection }: Selection & { besides?: string } = {},
): MongoDocument[] {
  const { stages, scope } = prepare(predicates, [], selection, besides === undefined ? [] : [besides]);
  const value = {
    $switch: {
      branches: predicates.map((predicate, i) => ({
        case: predicateExpression(predicate, scope),
        // biome-ignore lint/suspicious/noThenProperty: a branch of $switch is spelled so
        then: literal(i),
      })),
      default: literal(-1),
    },
  };
  const carried: MongoDocument = besides === undefined ? {} : { besides: `$${scope.root}${besides}` };
  return [...stages, { $project: { ord: `$${scope.root}ord`, value, ...carried } }];
}

/** Stages that leave `{ _id, ord, value }` of the members with a value, for top N and quantiles. */
export function readValues(
  members: Predicate,
  value: Expression,
  selection: Selection = {},
): MongoDocument[] {
  const { stages, scope } = prepare([members], [value], selection);
  return [
    ...stages,
    { $match: toMatch(members, scope) },
    { $project: { ord: `$${scope.root}ord`, value: computed(value, scope) } },
    { $match: { value: { $ne: null } } },
  ];
}

/**
 * Stages that leave `{ _id, metrics, updatedAt }` for the members whose stored metric differs from the computed value,
 * ready for a `$merge` into `members`. An empty value takes the metric off.
 */
export function changedMetrics(
  key: string,
  value: Expression,
  updatedAt: Date,
  selection: Selection = {},
): MongoDocument[] {
  const { stages, scope } = prepare([], [value], selection, ['metrics']);
  const others = {
    $arrayToObject: {
      $filter: {
        input: { $objectToArray: '$metrics' },
        as: 'metric',
        cond: { $ne: ['$$metric.k', literal(key)] },
      },
    },
  };
  return [
    ...stages,
    { $project: { metrics: `$${scope.root}metrics`, computed: computed(value, scope) } },
    { $match: { $expr: { $ne: [{ $ifNull: [`$metrics.${key}`, null] }, '$computed'] } } },
    {
      $project: {
        metrics: cond({ $eq: ['$computed', null] }, others, {
          $mergeObjects: ['$metrics', { [key]: '$computed' }],
        }),
        updatedAt: { $literal: updatedAt },
      },
    },
  ];
}

/** Name of the count of the i-th predicate in the one document that `countMembers` leaves. */
export const countName = (i: number): string => `n${i}`;

/**
 * Stages that leave one document with the number of members for each predicate: one pass for all. Tests that several
 * predicates share are computed once. No document at all means no members.
 */
export function countMembers(predicates: readonly Predicate[], selection: Selection = {}): MongoDocument[] {
  const { stages, scope } = prepare(predicates, [], selection);
  const atoms = new Map<Predicate, string>();
  const counts = predicates.map((predicate, i): [string, MongoDocument] => [
    countName(i),
    { $sum: cond(combine(predicate, atoms), '$n', 0) },
  ]);
  const tests = Object.fromEntries(
    [...atoms].map(([atom, name]) => [name, predicateExpression(atom, scope)]),
  );
  return [
    ...stages,
    // Members that pass the same tests are counted together: a test is then worked out once a member, and not, as a
    // server that merges stages would do, once for each count that it is part of.
    { $group: { _id: atoms.size > 0 ? tests : null, n: { $sum: 1 } } },
    { $group: { _id: null, ...Object.fromEntries(counts) } },
  ];
}

/** The predicate over named tests: `all`, `any` and `not` stay, everything else is a name. */
function combine(predicate: Predicate, atoms: Map<Predicate, string>): MongoValue {
  switch (predicate.kind) {
    case 'constant':
      return predicate.value;
    case 'all':
      return { $and: predicate.of.map((part) => combine(part, atoms)) };
    case 'any':
      return { $or: predicate.of.map((part) => combine(part, atoms)) };
    case 'not':
      return { $not: [combine(predicate.of, atoms)] };
    default: {
      const name = atoms.get(predicate) ?? `t${atoms.size}`;
      atoms.set(predicate, name);
      return `$_id.${name}`;
    }
  }
}
