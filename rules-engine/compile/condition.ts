import { paramIssues } from '../diagnostics/param-issue';
import { conditionDepth, group as groupSchema, isGroup, row as rowSchema } from '../graph/condition';
import { all, any } from '../ir/build-predicate';
import { isExpression } from '../ir/is-expression';
import { findOperator } from '../operators/registry';
import { wording } from '../sentence/describe';
import { joinPhrases } from '../sentence/phrases';
import { type CompiledCondition, resolveSubject, type Walk } from './subject';

/** A group of rows to a predicate and its phrase. Null when any of it can't be compiled; the report says what. */
export function compileGroup(raw: unknown, param: string, walk: Walk): CompiledCondition | null {
  const { report } = walk;
  if (walk.depth > conditionDepth) {
    return report.error('too-big', param, {
      zh: '条件嵌套太深,请拆成多个节点。',
      en: 'Conditions are nested too deep. Split them over several nodes.',
    });
  }
  const read = groupSchema.safeParse(raw);
  if (!read.success) {
    for (const issue of paramIssues(read.error))
      report.error('bad-params', join(param, issue.path), issue.message);
    return null;
  }
  const { mode, rows } = read.data;
  const parts = rows.map((item, i) => {
    const at = join(param, `rows.${i}`);
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
  const { report, environment } = walk;
  const read = rowSchema.safeParse(raw);
  if (!read.success) {
    for (const issue of paramIssues(read.error))
      report.error('bad-params', join(param, issue.path), issue.message);
    return null;
  }
  const subject = resolveSubject(read.data.subject, `${param}.subject`, walk);
  const operator = findOperator(read.data.operator);
  if (!operator) {
    return report.error('unknown-operator', `${param}.operator`, {
      zh: `没有操作符“${read.data.operator}”,请重新选择。`,
      en: `There is no operator “${read.data.operator}”. Choose another one.`,
    });
  }
  if (!subject) return null;
  if (!operator.subjects.some((type) => subject.types.includes(type))) {
    return report.error('operator-does-not-fit', `${param}.operator`, {
      zh: `“${operator.label.zh}”不能用于“${subject.label.zh}”。`,
      en: `“${operator.label.en}” doesn't fit “${subject.label.en}”.`,
    });
  }
  const operand = operator.bind(read.data.value);
  if (!operand.ok) {
    for (const issue of operand.issues)
      report.error('bad-params', join(`${param}.value`, issue.path), issue.message);
    return null;
  }
  const predicate = operand.bound.lower(subject, environment);
  const phrase = operand.bound.phrase(subject, wording(environment));
  // Rows inside an event condition are told as part of that condition: they have no value on the member.
  if (walk.scope.on === 'member') {
    report.rows.push({
      node: report.node,
      param,
      predicate,
      value: isExpression(subject.value) ? subject.value : null,
      phrase,
      unit: subject.types.includes('tag') || subject.types.includes('uploadedList') ? null : subject.unit,
      money: subject.types.includes('money'),
      personal: subject.personal,
    });
  }
  return { predicate, phrase };
}

function join(param: string, path: string): string {
  return param && path ? `${param}.${path}` : param || path;
}
