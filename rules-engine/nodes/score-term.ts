import { z } from 'zod';
import { compileGroup } from '../compile/condition';
import { resolveNumeric, type Walk } from '../compile/subject';
import { paramPath, readParam } from '../diagnostics/param-issue';
import type { PointsTerm } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { graded } from './graded-term';
import { amount } from './score-amount';

/** `{ points, mode, rows }`: so many points where the rows hold. */
const conditionTerm = z.strictObject({
  points: amount,
  mode: z.enum(['all', 'any']),
  rows: z.array(z.unknown()),
});

/** `{ weight, subject }`: a number times a weight; money in the smallest unit, as it is stored. */
const weightedTerm = z.strictObject({ weight: amount, subject: z.unknown() });

export interface CompiledTerm {
  terms: readonly PointsTerm[];
  told: Text;
  personal: boolean;
}

/** One term of a score among the members that come in. Null when it can't be compiled; the report says why. */
export function compileTerm(
  raw: unknown,
  param: string,
  members: Predicate | undefined,
  walk: Walk,
): CompiledTerm | null {
  if (has(raw, 'better')) return graded(raw, param, members, walk);
  return has(raw, 'weight') ? weighted(raw, param, members, walk) : conditional(raw, param, walk);
}

function has(raw: unknown, name: string): boolean {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name);
}

function conditional(raw: unknown, param: string, walk: Walk): CompiledTerm | null {
  const read = readTerm(conditionTerm, raw, param, walk);
  if (!read) return null;
  const { points, mode, rows } = read;
  const compiled = compileGroup({ mode, rows }, param, walk);
  if (!compiled) return null;
  const { zh, en } = compiled.phrase.text;
  const given = wording(walk.environment).amount(points, 'points', false);
  return {
    terms: [{ when: compiled.predicate, points }],
    told: { zh: spaced`${zh}记${given.zh}`, en: `${given.en} if ${en}` },
    personal: false,
  };
}

function weighted(
  raw: unknown,
  param: string,
  members: Predicate | undefined,
  walk: Walk,
): CompiledTerm | null {
  const read = readTerm(weightedTerm, raw, param, walk);
  const found = read && resolveNumeric(read.subject, paramPath(param, 'subject'), walk, members);
  if (!found) return null;
  const { weight } = read;
  const describe = wording(walk.environment);
  // What is stored is the smallest unit: people read the points of a hundred of them.
  const money = found.types.includes('money');
  const each = describe.amount(money ? 100 : 1, found.unit, money);
  const given = describe.amount(money ? weight * 100 : weight, 'points', false);
  return {
    terms: [{ value: found.value, weight }],
    told: {
      zh: spaced`${found.label.zh}每${each.zh}记${given.zh}`,
      en: `${given.en} for each ${each.en} of ${found.label.en}`,
    },
    personal: found.personal,
  };
}

function readTerm<T>(schema: z.ZodType<T>, raw: unknown, param: string, { report }: Walk): T | null {
  const read = readParam(schema, raw);
  if (read.ok) return read.value;
  for (const issue of read.issues) report.error('bad-params', paramPath(param, issue.path), issue.message);
  return null;
}
