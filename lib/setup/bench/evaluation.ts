import jsonLogic from 'json-logic-js';
import {
  compilePredicate,
  emitPredicate,
  type MemberData,
  type Predicate,
  rule,
  value,
} from '@/rules-engine/index';
import { type Measure, perSecond } from './report';
import { syntheticMember } from './synthetic-members';

/** As json-logic-js takes rules: its published types know only the standard operations. */
const theirEngine: { apply(logic: unknown, data: unknown): unknown } = jsonLogic;

const members = 20_000;
const rounds = 7;

const number = (path: string, comparison: 'gte' | 'lt', than: number) =>
  rule.compare(comparison, value.field(path, 'number'), value.number(than));

const simple = number('attrs.age', 'gte', 30);

/** Twenty conditions as operators write them: thresholds, choices, lists, any inside all. */
const twenty: Predicate = rule.all([
  number('attrs.age', 'gte', 18),
  number('attrs.age', 'lt', 66),
  number('attrs.points', 'gte', 10),
  number('attrs.points', 'lt', 4_900),
  number('attrs.spent', 'gte', 1_000),
  number('attrs.spent', 'lt', 299_000),
  rule.any([number('attrs.orders', 'gte', 2), number('metrics.orders_90d', 'gte', 4)]),
  rule.any([number('metrics.spent_90d', 'gte', 500), rule.present(value.field('attrs.inGroup', 'boolean'))]),
  rule.oneOf(value.field('attrs.city', 'text'), [
    '上海',
    '北京',
    '杭州',
    '成都',
    '广州',
    '深圳',
    '武汉',
    '南京',
  ]),
  rule.not(rule.oneOf(value.field('attrs.gender', 'text'), ['X', 'U'])),
  rule.listTest('any', value.field('attrs.interests', 'list'), ['护肤', '香水']),
  rule.not(rule.listTest('any', value.field('attrs.interests', 'list'), ['户外'])),
  rule.textTest('startsWith', value.field('attrs.note', 'text'), 'xx'),
  rule.present(value.field('attrs.registeredAt', 'date')),
  rule.compare('gte', value.field('attrs.registeredAt', 'date'), value.date(Date.UTC(2020, 0, 1))),
  number('attrs.orders', 'lt', 22),
  rule.any([number('attrs.age', 'lt', 60), number('attrs.points', 'lt', 4_000)]),
  rule.not(number('attrs.spent', 'gte', 298_000)),
]);

/** Our closures against json-logic-js, which runs the artefact that the same predicate is published as. */
export function evaluationMeasures(): Measure[] {
  const data = Array.from(
    { length: members },
    (_, i): MemberData => ({ member: { ...syntheticMember(i) }, events: [] }),
  );
  const documents = data.map(({ member, events }) => ({ ...member, events }));
  return [
    measure('one condition', simple, data, documents),
    measure('20 conditions', twenty, data, documents),
  ];
}

function measure(
  name: string,
  predicate: Predicate,
  data: readonly MemberData[],
  documents: readonly Record<string, unknown>[],
): Measure {
  const emitted = emitPredicate(predicate);
  if (!emitted.ok) throw new Error(emitted.message.en);
  const { jsonLogic: logic } = emitted;
  const compiled = compilePredicate(predicate);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let began = performance.now();
    const mine = data.filter((member) => compiled(member)).length;
    ours.push(performance.now() - began);
    began = performance.now();
    const reference = documents.filter((document) => theirEngine.apply(logic, document) === true).length;
    theirs.push(performance.now() - began);
    if (mine !== reference) throw new Error(`The evaluators disagree: ${mine} and ${reference} members.`);
  }
  const fastest = { ours: Math.min(...ours), theirs: Math.min(...theirs) };
  return {
    name: `evaluate ${name} in JavaScript, ${members.toLocaleString('en')} members`,
    ours: perSecond(members, fastest.ours),
    theirs: `json-logic-js ${perSecond(members, fastest.theirs)}`,
    ratio: fastest.theirs / fastest.ours,
    promised: 3,
  };
}
