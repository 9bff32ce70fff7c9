import type { Db } from 'mongodb';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Operation } from '@/lib/contracts/operations/operation';
import type { Actor } from '@/lib/contracts/people';
import { getDb } from '@/lib/db/connect';
import { metrics } from '@/lib/ground/monitoring/metrics';
import { agreed, foreseen } from './agreed';
import { answer, answerError } from './answer';
import { readJson } from './body';
import { parseInput } from './input';
import type { Reply } from './reply';
import { requestActor } from './request-actor';

const DEFAULT_LIMIT = 1024 * 1024;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Part<O, K extends 'params' | 'query' | 'body'> = O extends Record<K, infer S> ? Parsed<S> : undefined;

interface Person {
  db: Db;
  actor: Actor;
}

/** What comes with a request; what anybody may ask is answered without a database, since nobody has to be known for it. */
export type Call<O> = (O extends { role: 'anybody' } ? object : Person) & {
  body: Part<O, 'body'>;
  query: Part<O, 'query'>;
  params: Part<O, 'params'>;
  request: NextRequest;
  /** Aborts when the client goes away. */
  signal: AbortSignal;
  /** Goes with the answer. */
  headers: Headers;
};

/** As it is sent: nothing of it is changed any more. */
type Sent<T> = T extends object ? { readonly [K in keyof T]: Sent<T[K]> } : T;

type Also<O> = O extends { also: infer A extends Readonly<Record<number, z.ZodType>> }
  ? { [S in keyof A & number]: Reply<S, Sent<z.input<A[S]>>> }[keyof A & number]
  : never;

/** What may be answered: what the schema takes, a `Response` where it is a file, nothing where it is null. */
type Answered<O> = O extends { answer: infer A }
  ? A extends null
    ? Promise<void>
    : A extends z.ZodType
      ? Sent<z.input<A>> | Promise<Sent<z.input<A>> | Also<O>>
      : Response | Promise<Response>
  : never;

export interface Route {
  (request: NextRequest, context: { params: Promise<unknown> }): Promise<Response>;
  operation: Operation;
}

/**
 * A route handler that does an operation: access, parsed input, the answer, and problems with their status. What is
 * answered is typed by the operation's schema, and in tests parsed with it.
 */
export function serve<O extends Operation>(operation: O, run: (call: Call<O>) => Answered<O>): Route {
  // That what an operation's schemas made is its call is known of each operation; the compiler can't tell it of all.
  const callSchema = z.custom<Call<O>>();
  const done = async (request: NextRequest, params: Promise<unknown>): Promise<Response> => {
    const headers = new Headers();
    const person = await personOf(operation, request);
    const input = await readInput(operation, request, await params);
    const call = callSchema.parse({ ...person, ...input, request, signal: request.signal, headers });
    return answer(agreed(operation, await run(call)), headers);
  };
  const route = async (request: NextRequest, { params }: { params: Promise<unknown> }) => {
    const elapsed = metrics().requests.startTimer({ method: request.method });
    const response = await done(request, params).catch((error: unknown) =>
      answerError(foreseen(operation, error), request),
    );
    elapsed({ status: response.status });
    return response;
  };
  return Object.assign(route, { operation });
}

async function personOf({ role, ...access }: Operation, request: NextRequest): Promise<Partial<Person>> {
  if (role === 'anybody') return {};
  const db = await getDb();
  return { db, actor: await requestActor(db, request, { role, ...access }) };
}

async function readInput({ body, limit, query, params }: Operation, request: NextRequest, given: unknown) {
  const schema = body && !('raw' in body) ? body : undefined;
  const json = schema && (await readJson(request, limit ?? DEFAULT_LIMIT));
  return {
    body: schema && parseInput(schema, json, 'body'),
    query: query && parseInput(query, queryOf(request), 'query'),
    params: params && parseInput(params, given, 'params'),
  };
}

function queryOf(request: NextRequest): Record<string, string | string[]> {
  const { searchParams } = request.nextUrl;
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const values = searchParams.getAll(key);
    return [key, values.length > 1 ? values : (values[0] ?? '')] as const;
  });
  return Object.fromEntries(entries);
}
