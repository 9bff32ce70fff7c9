import { type FieldType, valueTypes } from '../catalogue';
import { layerOf } from '../compile/subject';
import type { EventData, MemberData } from '../evaluate/document';
import { aggregate, boolean, field } from '../ir/build-expression';
import { always, compare } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import type { Operator, OperatorExample, Subject, SubjectType } from '../operators/operator';
import { wording } from '../sentence/describe';
import { missingOfField, missingOfLayering, missingOfTag } from '../sentence/missing-words';
import type { Text } from '../text';
import type { Clock } from '../time/window';

/** One example of an operator on one stored value: what every reader has to say of it. */
export interface OperatorCase {
  name: string;
  predicate: Predicate;
  phrase: Text;
  data: MemberData;
  holds: boolean;
}

const timeZone = 'Asia/Shanghai';
const defaultAsOf = '2026-06-30T04:00:00Z';

/** The examples of an operator, ready to be evaluated. Throws where an example's operand isn't valid. */
export function operatorCases(operator: Operator): OperatorCase[] {
  return operator.examples.flatMap((example) => {
    const clock: Clock = { asOf: Date.parse(example.asOf ?? defaultAsOf), timeZone };
    const subject = exampleSubject(example.subject, clock);
    const operand = operator.bind(example.value, subject);
    if (!operand.ok) throw new Error(`${operator.id}: ${operand.issues[0]?.message.en}`);
    const predicate = operand.bound.lower(subject, clock);
    const phrase = operand.bound.phrase(subject, wording(clock));
    const cases = (values: readonly unknown[], holds: boolean): OperatorCase[] =>
      values.map((stored) => ({
        name: `${operator.id} ${JSON.stringify(example.value)}: ${show(stored)} ${holds ? 'yes' : 'no'}`,
        predicate,
        phrase,
        data: document(example, stored),
        holds,
      }));
    return [...cases(example.yes, true), ...cases(example.no, false)];
  });
}

const nothingBesides = { options: [], happening: null, missing: null, unit: null, whole: false } as const;

/** What an example asks about: a field of that type, or the events, tag, segment or list that stands for it. */
export function exampleSubject(type: SubjectType, clock: Clock): Subject {
  const base = { ...nothingBesides, types: [type], label: { zh: '字段', en: 'Field' } };
  const special: Record<Exclude<SubjectType, FieldType>, () => Subject> = {
    events: () => ({
      ...base,
      types: ['number', 'events'],
      value: aggregate({
        fn: 'count',
        eventType: 'visit',
        of: null,
        from: null,
        to: clock.asOf,
        where: always,
        timeZone,
      }),
      whole: true,
      happening: { zh: '到店', en: 'visit' },
    }),
    tag: () => ({ ...base, value: field('tags', 'list'), unit: 'level', missing: missingOfTag }),
    layering: () => ({ ...base, value: layerOf('rfm'), unit: 'rfm', missing: missingOfLayering }),
    segment: () => ({ ...base, value: compare('eq', field('attrs.value', 'boolean'), boolean(true)) }),
    uploadedList: () => ({ ...base, value: field('lists', 'list'), unit: 'june' }),
  };
  if (
    type === 'events' ||
    type === 'tag' ||
    type === 'layering' ||
    type === 'segment' ||
    type === 'uploadedList'
  )
    return special[type]();
  return {
    ...base,
    value: field('attrs.value', valueTypes[type]),
    missing: missingOfField({ path: 'attrs.value' }),
    unit: type === 'money' ? 'CNY' : null,
    whole: type === 'money',
    options: type === 'option' ? [{ value: 'gold', label: { zh: '金卡', en: 'Gold' } }] : [],
  };
}

/** The member in which the example's value stands where its subject is stored. */
function document({ subject }: OperatorExample<unknown>, stored: unknown): MemberData {
  if (subject === 'events') return { member: {}, events: eventsOf(stored) };
  if (subject === 'tag') return { member: stored === undefined ? {} : { tags: stored }, events: [] };
  if (subject === 'layering')
    return { member: stored === undefined ? {} : { layers: { rfm: { layer: stored } } }, events: [] };
  if (subject === 'uploadedList')
    return { member: stored === undefined ? {} : { lists: stored }, events: [] };
  return { member: { attrs: stored === undefined ? {} : { value: stored } }, events: [] };
}

function eventsOf(stored: unknown): EventData[] {
  return Array.isArray(stored) ? stored : [];
}

function show(stored: unknown): string {
  return stored === undefined ? 'missing' : JSON.stringify(stored);
}
