import { type Catalogue, type Field, lookUp, valueTypes } from '../../catalogue';
import type { ValueType } from '../../ir/expression';
import { boundValues } from './bound-values';
import { eventAggregate } from './event-aggregate';
import { logicLimits } from './limits';
import { ownOperationNames } from './operations';
import { badOperation, type LogicProblem, problem } from './problem';

export interface CheckOptions {
  /** With a catalogue, the rule is one of ours: only what `emit` writes, reading only paths known here. */
  readonly catalogue?: Catalogue;
}

const emittedOperations = ['and', 'or', '!', '===', '!==', '<', '<=', '>', '>=', 'in', 'if', '+'];
const otherOperations = [
  ...['==', '!=', '!!', '?:', '-', '*', '/', '%', 'min', 'max', 'cat', 'substr', 'log'],
  ...['var', 'missing', 'missing_some', 'map', 'filter', 'reduce', 'all', 'some', 'none', 'merge'],
];
const artefactOperations: ReadonlySet<string> = new Set([...emittedOperations, ...ownOperationNames]);
const allOperations: ReadonlySet<string> = new Set([...artefactOperations, ...otherOperations]);

/** Fields that every member document has, whatever the catalogue says. */
const builtInFields: Readonly<Record<string, ValueType>> = {
  ord: 'number',
  bucket: 'number',
  tags: 'list',
  lists: 'list',
};

/** What can be read where a part of the rule stands. */
interface Scope {
  /** The declared type of a field; null when any field may be read. */
  readonly fieldType: ((path: string) => ValueType | undefined) | null;
  /** Parts bound by the `with` around it. */
  readonly bound: number;
}

/** A part of the rule that is still to be checked. */
interface Pending {
  readonly value: unknown;
  readonly depth: number;
  readonly scope: Scope;
}

/** What an operation is made of: parts to check, and literal arguments. */
interface Parts {
  readonly logic: readonly { readonly value: unknown; readonly scope: Scope }[];
  readonly literals: readonly unknown[];
}

/**
 * Tells whether a rule in JSON Logic may be run: its size, its depth, its operations and, with a catalogue, its paths.
 * Walks with a list of its own, so that no depth overflows the stack, and stops at the first thing that is too much.
 */
export function checkLogic(
  logic: unknown,
  { catalogue }: CheckOptions = {},
): { readonly ok: true } | LogicProblem {
  const known = catalogue ? artefactOperations : allOperations;
  const scope = { fieldType: catalogue ? memberFields(catalogue) : null, bound: 0 };
  const pending: Pending[] = [{ value: logic, depth: 0, scope }];
  let operations = 0;
  let bytes = 0;
  for (let part = pending.pop(); part; part = pending.pop()) {
    const { value, depth, scope } = part;
    if (depth > logicLimits.depth) return tooDeep;
    bytes += ownBytes(value);
    if (bytes > logicLimits.bytes) return tooBig;
    const push = (child: unknown, childScope = scope) =>
      pending.push({ value: child, depth: depth + 1, scope: childScope });
    if (Array.isArray(value)) {
      for (const item of value) push(item);
    } else if (isObject(value)) {
      const keys = Object.keys(value);
      const [name] = keys;
      if (keys.length !== 1 || name === undefined) {
        for (const key of keys) push(value[key]);
        continue;
      }
      operations += 1;
      if (operations > logicLimits.operations) return tooBig;
      if (!known.has(name)) return unknownOperation(name);
      const parts = partsOf(name, argumentsOf(value[name]), scope, catalogue);
      if ('ok' in parts) return parts;
      // The list of an operation's values is no level of its own.
      bytes += parts.literals.reduce((sum: number, literal) => sum + ownBytes(literal), 2);
      for (const one of parts.logic) push(one.value, one.scope);
    } else if (!isLeaf(value)) return notLogic;
  }
  return { ok: true };
}

function partsOf(
  name: string,
  values: readonly unknown[],
  scope: Scope,
  catalogue: Catalogue | undefined,
): Parts | LogicProblem {
  const special = lookUp(specialOperations, name);
  if (special) return special(values, scope, catalogue);
  return { logic: values.map((value) => ({ value, scope })), literals: [] };
}

type Special = (
  values: readonly unknown[],
  scope: Scope,
  catalogue: Catalogue | undefined,
) => Parts | LogicProblem;

/** Operations whose arguments are not all rules. */
const specialOperations: Readonly<Record<string, Special>> = {
  field: (values, scope) => checkField(values, scope) ?? { logic: [], literals: values },
  event_aggregate: (values, _, catalogue) => {
    const read = eventAggregate.safeParse(values[0]);
    if (!read.success || values.length !== 1) return badOperation('event_aggregate');
    const { eventType, of, where, ...rest } = read.data;
    const scope = { fieldType: catalogue ? eventFields(catalogue, eventType) : null, bound: 0 };
    const literals = [eventType, ...(of ?? []), ...Object.values(rest)];
    return (of && checkField(of, scope)) ?? { logic: [{ value: where, scope }], literals };
  },
  with: (values, scope) => {
    const read = boundValues.safeParse(values[0]);
    if (!read.success || values.length !== 1) return badOperation('with');
    const parts = [...read.data.values, read.data.rule];
    // Each part knows those before it, the rule all of them.
    return {
      logic: parts.map((value, i) => ({ value, scope: { ...scope, bound: i } })),
      literals: ['values', 'rule'],
    };
  },
  value: ([index, ...more], { bound }) =>
    typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < bound && more.length === 0
      ? { logic: [], literals: [index] }
      : badOperation('value'),
};

function memberFields({ fields }: Catalogue): Scope['fieldType'] {
  return (path) => typeOf(fields, path) ?? lookUp(builtInFields, path);
}

function eventFields({ eventTypes }: Catalogue, eventType: string): Scope['fieldType'] {
  const props = lookUp(eventTypes, eventType)?.props ?? {};
  return (path) => typeOf(props, path);
}

function typeOf(fields: Readonly<Record<string, Field>>, path: string): ValueType | undefined {
  const field = lookUp(fields, path);
  return field && valueTypes[field.type];
}

/** A field is named, not computed: else neither its path nor its type could be known. */
function checkField(values: readonly unknown[], { fieldType }: Scope): LogicProblem | null {
  const [path, type] = values;
  if (typeof path !== 'string' || typeof type !== 'string' || values.length !== 2)
    return badOperation('field');
  return fieldType === null || fieldType(path) === type ? null : unknownPath(path);
}

function argumentsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isLeaf(value: unknown): boolean {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}

/** Bytes of a value in JSON without those of its parts: at least one each, so that no walk is endless. */
function ownBytes(value: unknown): number {
  if (typeof value === 'string') return 3 + textBytes(value);
  if (Array.isArray(value)) return 2;
  if (isObject(value)) return Object.keys(value).reduce((sum, key) => sum + 4 + textBytes(key), 2);
  return 1 + String(value).length;
}

/** Bytes in UTF-8; not counted out where there are too many anyway. */
function textBytes(text: string): number {
  if (text.length > logicLimits.bytes) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const tooBig = problem(
  'too-big',
  `规则太大：最多 ${logicLimits.operations} 个运算、${logicLimits.bytes / 1024} KB。请拆成几个分群再组合。`,
  `The rule is too big: at most ${logicLimits.operations} operations and ${logicLimits.bytes / 1024} KB. Split it into several segments.`,
);
const tooDeep = problem(
  'too-deep',
  `规则嵌套太深：最多 ${logicLimits.depth} 层。请拆成几个分群再组合。`,
  `The rule is nested too deep: at most ${logicLimits.depth} levels. Split it into several segments.`,
);
const notLogic = problem('not-logic', '规则不是 JSON。', 'The rule is not JSON.');

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function unknownOperation(name: string): LogicProblem {
  const shown = shortened(name);
  return problem('unknown-operation', `没有运算“${shown}”。`, `There is no operation “${shown}”.`);
}

function unknownPath(path: string): LogicProblem {
  const shown = shortened(path);
  return problem(
    'unknown-path',
    `目录里没有这种类型的字段“${shown}”。`,
    `The catalogue has no field “${shown}” of that type.`,
  );
}
