import { type Catalogue, type Field, lookUp, valueTypes } from '../catalogue';
import { paramIssues } from '../diagnostics/param-issue';
import {
  conditionDepth,
  type EventOperand,
  needsProperty,
  subject as subjectSchema,
} from '../graph/condition';
import { aggregate, arithmetic, field as fieldExpression, number } from '../ir/build-expression';
import { always } from '../ir/build-predicate';
import type { Expression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Predicate } from '../ir/predicate';
import type { Subject } from '../operators/operator';
import { eventLabel, formulaLabel } from '../sentence/subject-label';
import type { Text } from '../text';
import { windowBounds } from '../time/window';
import type { Environment, NodeReport } from './environment';

/** Where a condition is: on the member, or on the properties of an event. */
export type Scope = { on: 'member' } | { on: 'event'; props: Readonly<Record<string, Field>> };

export interface Walk {
  environment: Environment;
  report: NodeReport;
  scope: Scope;
  depth: number;
  /** Compiles a group of rows: the other half of this recursion (condition.ts). */
  group(raw: unknown, param: string, walk: Walk): CompiledCondition | null;
  /** The rule of a published segment; null with a diagnostic when there is none. */
  segment(key: string, param: string): Predicate | null;
}

export interface CompiledCondition {
  predicate: Predicate;
  phrase: Text;
}

export interface ResolvedSubject extends Subject {
  personal: boolean;
}

/** Finds what a row asks about in the catalogue. Null when it can't be found; the report then says why. */
export function resolveSubject(raw: unknown, param: string, walk: Walk): ResolvedSubject | null {
  const { report, environment, scope } = walk;
  if (walk.depth > conditionDepth) return report.error('too-big', param, tooDeep);
  const read = subjectSchema.safeParse(raw);
  if (!read.success) {
    for (const issue of paramIssues(read.error)) {
      report.error('bad-params', issue.path ? `${param}.${issue.path}` : param, issue.message);
    }
    return null;
  }
  const subject = read.data;
  const { catalogue } = environment;
  const onMember = scope.on === 'member';
  if (!onMember && subject.kind !== 'field' && subject.kind !== 'formula' && subject.kind !== 'number') {
    return report.error('operator-does-not-fit', param, onlyProperties);
  }
  switch (subject.kind) {
    case 'field':
      return resolveField(subject.path, param, walk);
    case 'event':
      return resolveEvent(subject, param, walk);
    case 'number':
      return plain(number(subject.value), { zh: String(subject.value), en: String(subject.value) });
    case 'formula': {
      const deeper = { ...walk, depth: walk.depth + 1 };
      const left = resolveNumeric(subject.left, `${param}.left`, deeper);
      const right = resolveNumeric(subject.right, `${param}.right`, deeper);
      if (!left || !right) return null;
      return {
        ...plain(
          arithmetic(subject.operator, left.value, right.value),
          formulaLabel(subject.operator, left.label, right.label),
        ),
        personal: left.personal || right.personal,
      };
    }
    case 'tag': {
      const tag = lookUp(catalogue.tags, subject.key);
      if (!tag) return report.error('unknown-tag', `${param}.key`, unknownTag(subject.key));
      return {
        types: ['tag'],
        value: fieldExpression('tags', 'list'),
        label: tag.label,
        unit: tag.key,
        options: tag.values,
        personal: false,
      };
    }
    case 'segment': {
      const rule = walk.segment(subject.key, `${param}.key`);
      const label = lookUp(catalogue.segments, subject.key)?.label ?? { zh: subject.key, en: subject.key };
      return rule && { types: ['segment'], value: rule, label, unit: null, options: [], personal: false };
    }
    case 'list': {
      const list = lookUp(catalogue.lists, subject.id);
      if (!list) return report.error('unknown-list', `${param}.id`, unknownList(subject.id));
      return {
        types: ['uploadedList'],
        value: fieldExpression('lists', 'list'),
        label: { zh: list.label, en: list.label },
        unit: list.id,
        options: [],
        personal: false,
      };
    }
  }
}

export type NumericSubject = ResolvedSubject & { value: Expression };

/** A subject that has a number: a field, an event aggregate, a formula. */
export function resolveNumeric(raw: unknown, param: string, walk: Walk): NumericSubject | null {
  const found = resolveSubject(raw, param, walk);
  if (!found) return null;
  if (isExpression(found.value) && found.value.type === 'number') return { ...found, value: found.value };
  return walk.report.error('operator-does-not-fit', param, {
    zh: `“${found.label.zh}”不是数字,不能用来计算。`,
    en: `“${found.label.en}” isn't a number, so it can't be calculated with.`,
  });
}

function resolveField(path: string, param: string, walk: Walk): ResolvedSubject | null {
  const { scope, environment, report } = walk;
  const known: Readonly<Record<string, Field>> =
    scope.on === 'event' ? scope.props : environment.catalogue.fields;
  const found = lookUp(known, path);
  if (!found) {
    return report.error(scope.on === 'event' ? 'unknown-property' : 'unknown-field', `${param}.path`, {
      zh: `目录里没有字段“${path}”,请重新选择。`,
      en: `The catalogue has no field “${path}”. Choose another one.`,
    });
  }
  return {
    types: [found.type],
    value: fieldExpression(found.path, valueTypes[found.type]),
    label: found.label,
    unit: found.unit,
    options: found.options,
    personal: found.personal,
  };
}

/** The aggregate that an event operand stands for; also what a stored metric is computed from. */
export function resolveEvent(operand: EventOperand, param: string, walk: Walk): ResolvedSubject | null {
  const { environment, report } = walk;
  const type = lookUp(environment.catalogue.eventTypes, operand.eventType);
  if (!type) {
    return report.error('unknown-event-type', `${param}.eventType`, {
      zh: `目录里没有事件“${operand.eventType}”,请重新选择。`,
      en: `The catalogue has no event type “${operand.eventType}”. Choose another one.`,
    });
  }
  const property = aggregatedProperty(operand, type, param, report);
  if (property === undefined) return null;
  const where =
    operand.where === undefined
      ? { predicate: always, phrase: null }
      : walk.group(operand.where, `${param}.where`, {
          ...walk,
          scope: { on: 'event', props: type.props },
          depth: walk.depth + 1,
        });
  if (!where) return null;
  const value = aggregate({
    fn: operand.fn,
    eventType: operand.eventType,
    of: property && fieldExpression(property.path, valueTypes[property.type]),
    ...windowBounds(operand.window, environment),
    where: where.predicate,
    timeZone: environment.timeZone,
  });
  const money = property?.type === 'money' && operand.fn !== 'distinct';
  return {
    types:
      operand.fn === 'count'
        ? ['number', 'events']
        : [value.type === 'date' ? 'date' : money ? 'money' : 'number'],
    value,
    label: eventLabel(operand, type, property, where.phrase),
    unit: money ? (property?.unit ?? null) : null,
    options: [],
    personal: property?.personal ?? false,
  };
}

/** The property that the function reads, null when it reads none, undefined (reported) when it can't. */
function aggregatedProperty(
  operand: EventOperand,
  type: Catalogue['eventTypes'][string],
  param: string,
  report: NodeReport,
): Field | null | undefined {
  if (!needsProperty[operand.fn]) return null;
  const found = operand.property === undefined ? undefined : lookUp(type.props, operand.property);
  const label = operand.property ?? '';
  if (!found) {
    report.error('unknown-property', `${param}.property`, {
      zh: label ? `事件“${type.label.zh}”没有属性“${label}”。` : '请选择要计算的事件属性。',
      en: label
        ? `The event “${type.label.en}” has no property “${label}”.`
        : 'Choose the property to calculate.',
    });
    return undefined;
  }
  const fits = operand.fn === 'distinct' ? found.type !== 'list' : valueTypes[found.type] === 'number';
  if (fits) return found;
  report.error('operator-does-not-fit', `${param}.property`, {
    zh: `“${found.label.zh}”不是数字,不能求和、求平均或取最值。`,
    en: `“${found.label.en}” isn't a number: it has no sum, mean or extremes.`,
  });
  return undefined;
}

function plain(value: Expression, label: Subject['label']): ResolvedSubject {
  return { types: ['number'], value, label, unit: null, options: [], personal: false };
}

const tooDeep = {
  zh: '条件嵌套太深,请拆成多个节点。',
  en: 'Conditions are nested too deep. Split them over several nodes.',
};
const onlyProperties = {
  zh: '这里只能使用同一事件的属性。',
  en: 'Only properties of the same event can be used here.',
};
const unknownTag = (key: string) => ({ zh: `没有标签“${key}”。`, en: `There is no tag “${key}”.` });
const unknownList = (id: string) => ({ zh: `没有名单“${id}”。`, en: `There is no list “${id}”.` });
