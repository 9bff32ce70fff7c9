import { type Catalogue, type Field, lookUp, valueTypes } from '../catalogue';
import { paramPath, readParam } from '../diagnostics/param-issue';
import {
  conditionDepth,
  type EventOperand,
  needsProperty,
  subject as subjectSchema,
} from '../graph/condition';
import { aggregate, arithmetic, field as fieldExpression, number } from '../ir/build-expression';
import { always } from '../ir/build-predicate';
import type { Expression, FieldExpression } from '../ir/expression';
import { isExpression } from '../ir/is-expression';
import type { Predicate } from '../ir/predicate';
import type { Subject } from '../operators/operator';
import {
  missingFormula,
  missingOfEvents,
  missingOfField,
  missingOfLayering,
  missingOfTag,
} from '../sentence/missing-words';
import type { Phrase } from '../sentence/phrases';
import { spaced } from '../sentence/spaced';
import { eventWords, formulaLabel } from '../sentence/subject-label';
import type { Text } from '../text';
import { type EventWindow, windowBounds } from '../time/window';
import type { CompiledOutput } from './compile-graph';
import type { Environment, NodeReport } from './environment';
import { aggregateMeasure, fieldMeasure, formulaMeasure, numberMeasure, readsProperty } from './measure';
import { warnOfHidden } from './window-cuts';

/** The layer that the last run of a layering gave, as it stands in a member. */
export function layerOf(key: string): FieldExpression {
  return fieldExpression(`layers.${key}.layer`, 'text');
}

/** Where a condition is: on the member, or on the properties of an event. */
export type Scope = { on: 'member' } | { on: 'event'; props: Readonly<Record<string, Field>> };

export interface Walk {
  environment: Environment;
  report: NodeReport;
  scope: Scope;
  depth: number;
  /** What the operator calls the node. */
  name: Text;
  /** Key of the segment whose graph this is; null in the graph that is compiled itself. */
  inside: string | null;
  /** Compiles a group of rows: the other half of this recursion (condition.ts). */
  group(raw: unknown, param: string, walk: Walk): CompiledCondition | null;
  /** The rule of a published segment; null with a diagnostic when there is none, or with needs. */
  segment(key: string, param: string): Predicate | null;
  /** The layers of a published layering, from the first to the fallback. As for a segment. */
  layering(key: string, param: string): readonly CompiledOutput[] | null;
}

export interface CompiledCondition {
  predicate: Predicate;
  phrase: Phrase;
}

export interface ResolvedSubject extends Subject {
  personal: boolean;
}

/** Finds what a row asks about in the catalogue. Null when it can't be found; the report then says why. */
export function resolveSubject(raw: unknown, param: string, walk: Walk): ResolvedSubject | null {
  const { report, environment, scope } = walk;
  if (walk.depth > conditionDepth) return report.error('too-big', param, tooDeep);
  const read = readParam(subjectSchema, raw);
  if (!read.ok) {
    for (const issue of read.issues) report.error('bad-params', paramPath(param, issue.path), issue.message);
    return null;
  }
  const subject = read.value;
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
      return {
        ...nothingBesides,
        ...numberMeasure(subject.value),
        value: number(subject.value),
        label: { zh: String(subject.value), en: String(subject.value) },
      };
    case 'formula': {
      const deeper = { ...walk, depth: walk.depth + 1 };
      const left = resolveNumeric(subject.left, paramPath(param, 'left'), deeper);
      const right = resolveNumeric(subject.right, paramPath(param, 'right'), deeper);
      if (!left || !right) return null;
      const found = formulaMeasure(subject.operator, left, right);
      if (!found.ok) return report.error('operator-does-not-fit', param, found.reason);
      return {
        ...nothingBesides,
        ...found.measure,
        value: arithmetic(subject.operator, left.value, right.value),
        label: formulaLabel(subject.operator, left.label, right.label),
        personal: left.personal || right.personal,
        missing: missingFormula(subject.operator, left, right),
      };
    }
    case 'tag': {
      const tag = lookUp(catalogue.tags, subject.key);
      if (!tag) return report.error('unknown-tag', paramPath(param, 'key'), unknownTag(subject.key));
      return {
        ...nothingBesides,
        types: ['tag'],
        value: fieldExpression('tags', 'list'),
        label: tag.label,
        unit: tag.key,
        options: tag.values,
        missing: missingOfTag,
      };
    }
    case 'layering': {
      const layering = lookUp(catalogue.layerings, subject.key);
      if (!layering)
        return report.error('unknown-layering', paramPath(param, 'key'), unknownLayering(subject.key));
      return {
        ...nothingBesides,
        types: ['layering'],
        value: layerOf(layering.key),
        label: layering.label,
        unit: layering.key,
        options: layering.values,
        missing: missingOfLayering,
      };
    }
    case 'segment': {
      const rule = walk.segment(subject.key, paramPath(param, 'key'));
      const label = lookUp(catalogue.segments, subject.key)?.label ?? { zh: subject.key, en: subject.key };
      return rule && { ...nothingBesides, types: ['segment'], value: rule, label, unit: null };
    }
    case 'list': {
      const list = lookUp(catalogue.lists, subject.id);
      if (!list) return report.error('unknown-list', paramPath(param, 'id'), unknownList(subject.id));
      return {
        ...nothingBesides,
        types: ['uploadedList'],
        value: fieldExpression('lists', 'list'),
        label: { zh: list.label, en: list.label },
        unit: list.id,
      };
    }
  }
}

export type NumericSubject = ResolvedSubject & { value: Expression };

export function isNumericSubject(found: ResolvedSubject): found is NumericSubject {
  return isExpression(found.value) && found.value.type === 'number';
}

/** A subject that has a number: a field, an event aggregate, a formula. `members`: whose number it is. */
export function resolveNumeric(
  raw: unknown,
  param: string,
  walk: Walk,
  members?: Predicate,
): NumericSubject | null {
  const found = resolveSubject(raw, param, walk);
  if (!found) return null;
  if (isNumericSubject(found)) {
    warnOfHidden(found, paramPath(param, 'window'), walk.environment, walk.report, members);
    return found;
  }
  return walk.report.error('operator-does-not-fit', param, {
    zh: `“${found.label.zh}”不是数字，不能用来计算。`,
    en: `“${found.label.en}” isn't a number, so it can't be calculated with.`,
  });
}

function resolveField(path: string, param: string, walk: Walk): ResolvedSubject | null {
  const { scope, environment, report } = walk;
  const known: Readonly<Record<string, Field>> =
    scope.on === 'event' ? scope.props : environment.catalogue.fields;
  const found = lookUp(known, path);
  if (!found) {
    return report.error(
      scope.on === 'event' ? 'unknown-property' : 'unknown-field',
      paramPath(param, 'path'),
      {
        zh: `目录里没有字段“${path}”，请重新选择。`,
        en: `The catalogue has no field “${path}”. Choose another one.`,
      },
    );
  }
  return {
    ...fieldMeasure(found),
    value: fieldExpression(found.path, valueTypes[found.type]),
    label: found.label,
    options: found.options,
    personal: found.personal,
    happening: null,
    missing: missingOfField(found),
  };
}

/** The aggregate that an event operand stands for; also what a stored metric is computed from. */
export function resolveEvent(operand: EventOperand, param: string, walk: Walk): ResolvedSubject | null {
  const { environment, report } = walk;
  const type = lookUp(environment.catalogue.eventTypes, operand.eventType);
  if (!type) {
    return report.error('unknown-event-type', paramPath(param, 'eventType'), {
      zh: `目录里没有事件“${operand.eventType}”，请重新选择。`,
      en: `The catalogue has no event type “${operand.eventType}”. Choose another one.`,
    });
  }
  const property = aggregatedProperty(operand, type, param, report);
  const bounds = boundsOfWindow(operand.window, paramPath(param, 'window'), walk);
  if (property === undefined || bounds === null) return null;
  const where =
    operand.where === undefined
      ? { predicate: always, phrase: null }
      : walk.group(operand.where, paramPath(param, 'where'), {
          ...walk,
          scope: { on: 'event', props: type.props },
          depth: walk.depth + 1,
        });
  if (!where) return null;
  const value = aggregate({
    fn: operand.fn,
    eventType: operand.eventType,
    of: property && fieldExpression(property.path, valueTypes[property.type]),
    ...bounds,
    where: where.predicate,
    timeZone: environment.timeZone,
  });
  const { label, happening } = eventWords(operand, type, property, where.phrase?.text ?? null);
  return {
    ...nothingBesides,
    ...aggregateMeasure(operand.fn, property),
    value,
    label,
    personal: property?.personal ?? false,
    happening: operand.fn === 'count' ? happening : null,
    missing: missingOfEvents(operand.fn),
  };
}

/** The instants of a window; null (reported) where it ends before it begins. One that is still to come is told. */
function boundsOfWindow(
  window: EventWindow,
  param: string,
  { environment, report }: Walk,
): { from: number | null; to: number } | null {
  const bounds = windowBounds(window, environment);
  if (window.kind !== 'between') return bounds;
  if (window.to < window.from) {
    return report.error('bad-params', paramPath(param, 'to'), {
      zh: spaced`时间范围的结束${window.to}早于开始${window.from}。`,
      en: `The window ends on ${window.to}, before it begins on ${window.from}.`,
    });
  }
  if (bounds.from !== null && bounds.from > environment.asOf) {
    report.warning('always-false', param, {
      zh: spaced`时间范围从${window.from}开始，在统计时点之后：现在一次也数不到。`,
      en: `The window begins on ${window.from}, after the as-of: nothing in it is counted yet.`,
    });
  }
  return bounds;
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
    report.error('unknown-property', paramPath(param, 'property'), {
      zh: label ? `事件“${type.label.zh}”没有属性“${label}”。` : '请选择要计算的事件属性。',
      en: label
        ? `The event “${type.label.en}” has no property “${label}”.`
        : 'Choose the property to calculate.',
    });
    return undefined;
  }
  if (readsProperty(operand.fn, found)) return found;
  report.error('operator-does-not-fit', paramPath(param, 'property'), {
    zh: `“${found.label.zh}”不是数字，不能求和、求平均或取最值。`,
    en: `“${found.label.en}” isn't a number: it has no sum, mean or extremes.`,
  });
  return undefined;
}

const nothingBesides = {
  options: [],
  personal: false,
  happening: null,
  missing: null,
  whole: false,
} as const;

const tooDeep = {
  zh: '条件嵌套太深，请拆成多个节点。',
  en: 'Conditions are nested too deep. Split them over several nodes.',
};
const onlyProperties = {
  zh: '这里只能使用同一事件的属性。',
  en: 'Only properties of the same event can be used here.',
};
const unknownTag = (key: string) => ({ zh: `没有标签“${key}”。`, en: `There is no tag “${key}”.` });
export const unknownLayering = (key: string) => ({
  zh: key ? `没有分层“${key}”。` : '请选择分层。',
  en: key ? `There is no layering “${key}”.` : 'Choose a layering.',
});
const unknownList = (id: string) => ({ zh: `没有名单“${id}”。`, en: `There is no list “${id}”.` });
