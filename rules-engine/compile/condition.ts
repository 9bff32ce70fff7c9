import { type FieldType, fieldTypes } from '../catalogue';
import { paramPath, readParam } from '../diagnostics/param-issue';
import { conditionDepth, group as groupSchema, isGroup, row as rowSchema } from '../graph/condition';
import { all, any } from '../ir/build-predicate';
import { isExpression } from '../ir/is-expression';
import type { Operator, Subject, SubjectType } from '../operators/operator';
import { findOperator } from '../operators/registry';
import { wording } from '../sentence/describe';
import { orItems } from '../sentence/items';
import { joinPhrases } from '../sentence/phrases';
import { Question } from './question';
import { type CompiledCondition, resolveSubject, type Walk } from './subject';
import { warnOfRow } from './warn-of-row';

/** A group of rows to a predicate and its phrase. Null when any of it can't be compiled; the report says what. */
export function compileGroup(raw: unknown, param: string, walk: Walk): CompiledCondition | null {
  const { report } = walk;
  if (walk.depth > conditionDepth) {
    return report.error('too-big', param, {
      zh: '条件嵌套太深，请拆成多个节点。',
      en: 'Conditions are nested too deep. Split them over several nodes.',
    });
  }
  const read = readParam(groupSchema, raw);
  if (!read.ok) {
    for (const issue of read.issues) report.error('bad-params', paramPath(param, issue.path), issue.message);
    return null;
  }
  const { mode, rows } = read.value;
  const parts = rows.map((item, i) => {
    const at = paramPath(param, `rows.${i}`);
    return isGroup(item)
      ? compileGroup(item, at, { ...walk, depth: walk.depth + 1 })
      : compileRow(item, at, walk);
  });
  const compiled = parts.filter((part) => part !== null);
  if (compiled.length < parts.length) return null;
  const predicates = compiled.map((part) => part.predicate);
  return {
    predicate: mode === 'all' ? all(predicates) : any(predicates),
    phrase: joinPhrases(
      mode,
      compiled.map((part) => part.phrase),
    ),
  };
}

function compileRow(raw: unknown, param: string, walk: Walk): CompiledCondition | null {
  const read = readParam(rowSchema, raw);
  if (!read.ok) {
    for (const issue of read.issues)
      walk.report.error('bad-params', paramPath(param, issue.path), issue.message);
    return null;
  }
  return compileTest(
    read.value,
    {
      row: param,
      subject: paramPath(param, 'subject'),
      operator: paramPath(param, 'operator'),
      value: paramPath(param, 'value'),
    },
    walk,
  );
}

export interface Test {
  subject: unknown;
  operator: string;
  value?: unknown;
}

/** One test; `at` says where each part of it stands below the node's `params`. */
export function compileTest(
  { subject: about, operator: id, value }: Test,
  at: Record<'row' | 'subject' | 'operator' | 'value', string>,
  walk: Walk,
): CompiledCondition | null {
  const { report, environment } = walk;
  const subject = resolveSubject(about, at.subject, walk);
  const operator = findOperator(id);
  if (!operator) {
    return report.error('unknown-operator', at.operator, {
      zh: id ? `没有操作符“${id}”，请重新选择。` : '请选择操作符。',
      en: id ? `There is no operator “${id}”. Choose another one.` : 'Choose an operator.',
    });
  }
  if (!subject) return null;
  if (!operator.subjects.some((type) => subject.types.includes(type))) {
    return report.error('operator-does-not-fit', at.operator, {
      zh: `“${operator.label.zh}”不能用于“${subject.label.zh}”。`,
      en: `“${operator.label.en}” doesn’t fit “${subject.label.en}”.`,
    });
  }
  const operand = operator.bind(value, subject);
  if (!operand.ok) {
    for (const issue of operand.issues)
      report.error('bad-params', paramPath(at.value, issue.path), issue.message);
    return null;
  }
  warnOfUnknownOptions(operator, subject, value, at.value, walk);
  const { bound } = operand;
  if (isExpression(subject.value) && subject.value.kind === 'aggregate') {
    const question = new Question(bound, subject, subject.value, environment);
    warnOfRow(question, subject.value, operator, at, environment, report);
  }
  const describe = wording(environment);
  const predicate = bound.lower(subject, environment);
  const phrase = bound.phrase(subject, describe);
  // Rows inside an event condition are told as part of that condition: they have no value on the member.
  if (walk.scope.on === 'member') {
    report.rows.push({
      node: report.node,
      param: at.row,
      predicate,
      value: isExpression(subject.value) ? subject.value : null,
      type: fieldTypeOf(subject),
      phrase,
      relation: bound.relation(subject, describe),
      unit: subject.types.some((type) => namedByUnit.has(type)) ? null : subject.unit,
      money: subject.types.includes('money'),
      personal: subject.personal,
    });
  }
  return { predicate, phrase: { text: phrase, joined: null } };
}

/** A value that the catalogue doesn't list is most likely a slip: the rule then quietly finds nobody. */
function warnOfUnknownOptions(
  operator: Operator,
  { options }: Subject,
  value: unknown,
  param: string,
  { report }: Walk,
): void {
  if (!asksForOptions.has(operator.input) || options.length === 0) return;
  const known = new Set<unknown>(options.map((option) => option.value));
  const unknown = [value].flat().filter((item) => typeof item === 'string' && !known.has(item));
  if (unknown.length === 0) return;
  const names = orItems(unknown.map((item) => ({ zh: `“${item}”`, en: `“${item}”` })));
  report.warning('unknown-option', param, {
    zh: `选项里没有${names.zh}。`,
    en: `${names.en} isn’t among the options.`,
  });
}

const asksForOptions: ReadonlySet<Operator['input']> = new Set<Operator['input']>([
  'value',
  'values',
  'tagValues',
]);

/** Subjects whose `unit` is a key or id. */
const namedByUnit: ReadonlySet<SubjectType> = new Set<SubjectType>(['tag', 'layering', 'uploadedList']);

function fieldTypeOf({ types }: Subject): FieldType | null {
  return fieldTypes.find((type) => types.includes(type)) ?? null;
}
