import type { Db } from 'mongodb';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Actor } from '@/lib/contracts/people';
import { getDb } from '@/lib/db/connect';
import { metrics } from '@/lib/services/monitoring/metrics';
import { answer, answerError } from './answer';
import { readJson } from './body';
import { parseInput } from './input';
import { type Access, requestActor } from './request-actor';

const DEFAULT_LIMIT = 1024 * 1024;

/** What a route reads; a part that isn't declared is not read, and arrives as undefined. */
export interface Input<B, Q, P> {
  /** JSON. A route that takes something else leaves it out and reads `request` itself. */
  body?: z.ZodType<B>;
  /** A parameter given twice arrives as a list. */
  query?: z.ZodType<Q>;
  params?: z.ZodType<P>;
  /** Bytes of the body, 1 MB unless told. */
  limit?: number;
}

export interface Call<B, Q, P> {
  db: Db;
  body: B;
  query: Q;
  params: P;
  request: NextRequest;
  /** Aborts when the client goes away. */
  signal: AbortSignal;
}

type Route = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A route handler for signed-in people and API keys: access, parsed input, the answer as JSON (a `Response`
 * as it is, undefined as 204), and problems with their status.
 */
export function handler<B, Q, P>(
  options: Access & Input<B, Q, P>,
  run: (call: Call<B, Q, P> & { actor: Actor }) => Promise<unknown>,
): Route {
  return route(async (request, params) => {
    const db = await getDb();
    const actor = await requestActor(db, request, options);
    return run({ ...(await readInput(db, options, request, params)), actor });
  });
}

/** The same for what anybody may call. */
export function publicHandler<B, Q, P>(
  options: Input<B, Q, P>,
  run: (call: Call<B, Q, P>) => Promise<unknown>,
): Route {
  return route(async (request, params) => run(await readInput(await getDb(), options, request, params)));
}

function route(run: (request: NextRequest, params: Promise<unknown>) => Promise<unknown>): Route {
  return async (request, { params }) => {
    const elapsed = metrics().requests.startTimer({ method: request.method });
    const response = await run(request, params).then(answer, (error: unknown) => answerError(error, request));
    elapsed({ status: response.status });
    return response;
  };
}

async function readInput<B, Q, P>(
  db: Db,
  options: Input<B, Q, P>,
  request: NextRequest,
  params: Promise<unknown>,
): Promise<Call<B, Q, P>> {
  const body = options.body ? await readJson(request, options.limit ?? DEFAULT_LIMIT) : undefined;
  return {
    db,
    body: parseInput(options.body ?? undeclared<B>(), body, 'body'),
    query: parseInput(options.query ?? undeclared<Q>(), queryOf(request), 'query'),
    params: parseInput(options.params ?? undeclared<P>(), await params, 'params'),
    request,
    signal: request.signal,
  };
}

/** For a part that isn't declared its type is inferred as unknown, and anything is one. */
function undeclared<T>(): z.ZodType<T> {
  return z.custom<T>(() => true);
}

function queryOf(request: NextRequest): Record<string, string | string[]> {
  const { searchParams } = request.nextUrl;
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const values = searchParams.getAll(key);
    return [key, values.length > 1 ? values : (values[0] ?? '')] as const;
  });
  return Object.fromEntries(entries);
}
