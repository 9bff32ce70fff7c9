import type { CompiledGraph, Expression } from '@/rules-engine/index';

/** Columns shown beside a member: more don't fit. */
const most = 8;

/** Paths of the member's fields that the rule asks about, in its order: what an operator wants to see of its members. */
export function readFields(compiled: CompiledGraph): string[] {
  const paths = compiled.rows.flatMap(({ value }) => (value ? fieldsOf(value) : []));
  return [...new Set(paths)].filter((path) => /^(attrs|metrics)\./.test(path)).slice(0, most);
}

function fieldsOf(value: Expression): string[] {
  const readers: { [K in Expression['kind']]: (of: Extract<Expression, { kind: K }>) => string[] } = {
    field: ({ path }) => [path],
    literal: () => [],
    aggregate: () => [],
    arithmetic: ({ left, right }) => [...fieldsOf(left), ...fieldsOf(right)],
    points: ({ terms }) => terms.flatMap((term) => ('value' in term ? fieldsOf(term.value) : [])),
    monthDay: ({ of }) => fieldsOf(of),
  };
  return readWith(readers, value);
}

function readWith<K extends Expression['kind']>(
  readers: { [P in Expression['kind']]: (of: Extract<Expression, { kind: P }>) => string[] },
  value: Extract<Expression, { kind: K }>,
): string[] {
  const read: (of: Extract<Expression, { kind: K }>) => string[] = readers[value.kind];
  return read(value);
}
