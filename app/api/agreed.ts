import type { z } from 'zod';
import { problemsOf } from '@/lib/contracts/operations/common-problems';
import type { Operation } from '@/lib/contracts/operations/operation';
import { Problem } from '@/lib/contracts/problem';
import { Reply } from './reply';

/** Tests, and the server that they drive, hold answers against the table; people are better served by an answer. */
const isChecking = () => process.env.TAGLOOM_CHECK_ANSWERS === 'on';

/** What a route returned. While checking, throws for what isn't the answer that the operation speaks of. */
export function agreed(operation: Operation, value: unknown): unknown {
  if (isChecking()) check(operation, value);
  return value;
}

/** What a route threw. While checking, an error instead of a problem that the operation doesn't speak of. */
export function foreseen(operation: Operation, error: unknown): unknown {
  if (!isChecking() || !(error instanceof Problem) || problemsOf(operation).includes(error.code))
    return error;
  return new Error(`${nameOf(operation)} does not say that it may answer ${error.code}`, { cause: error });
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

function check(operation: Operation, value: unknown): void {
  const why = difference(operation, value);
  if (why !== null) throw new Error(`${nameOf(operation)} answers something else than it says: ${why}`);
}

function difference({ answer, also }: Operation, value: unknown): string | null {
  if (value instanceof Reply) {
    const schema = also?.[value.status];
    return schema ? differenceOfJson(schema, value.body) : `the status ${value.status}`;
  }
  if (answer === null) return value === undefined ? null : 'a body';
  if (!('file' in answer)) return differenceOfJson(answer, value);
  const type = value instanceof Response ? value.headers.get('content-type') : null;
  return type !== null && answer.file.includes(type) ? null : `the content type ${type}`;
}

function differenceOfJson(schema: z.ZodType, value: unknown): string | null {
  const sent: unknown = JSON.parse(JSON.stringify(value ?? null));
  const { data, error } = schema.safeParse(sent);
  if (error) return error.message;
  const more = undeclared(sent, data);
  return more && `the key ${more}`;
}

/** The path of a key that was sent and that the schema doesn't know, if there is one. */
function undeclared(sent: unknown, parsed: unknown): string | null {
  if (!isKeyed(sent) || !isKeyed(parsed)) return null;
  for (const [key, value] of Object.entries(sent)) {
    if (!Object.hasOwn(parsed, key)) return key;
    const below = undeclared(value, Reflect.get(parsed, key));
    if (below) return `${key}.${below}`;
  }
  return null;
}

/** A list, or an object that a schema makes; an instant that it makes of a text is none. */
function isKeyed(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
