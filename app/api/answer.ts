import { randomUUID } from 'node:crypto';
import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { Problem, problemBody } from '@/lib/contracts/problem';
import { log } from '@/lib/log/logger';
import { Reply } from './reply';

const MAX_TIME_EXPIRED = 50;
// Everything here is somebody's own view of data that changes: nothing may be kept by a cache in between.
const NO_STORE = { 'cache-control': 'no-store' };

/** What a route returned: a Response as it is, a Reply with its status, nothing as 204, anything else as JSON. */
export function answer(value: unknown, headers: Headers): Response {
  if (value instanceof Response) return value;
  headers.set('cache-control', NO_STORE['cache-control']);
  if (value === undefined) return new Response(null, { status: 204, headers });
  if (value instanceof Reply) return Response.json(value.body, { status: value.status, headers });
  return Response.json(value, { headers });
}

/** The one error mapper: any thrown thing as a problem with its status. What nobody foresaw is logged. */
export function answerError(error: unknown, request: Request): Response {
  const problem = toProblem(error, request);
  const wait = problem.params.seconds;
  const headers = typeof wait === 'number' ? { ...NO_STORE, 'retry-after': String(wait) } : NO_STORE;
  return Response.json(problemBody(problem), { status: problem.status, headers });
}

function toProblem(error: unknown, request: Request): Problem {
  if (error instanceof Problem) return error;
  if (request.signal.aborted) return new Problem('cancelled');
  if (error instanceof MongoServerError && error.code === MAX_TIME_EXPIRED) return new Problem('too-slow');
  const id = randomUUID().slice(0, 8);
  const { pathname } = new URL(request.url);
  log.error({ err: error, id, method: request.method, path: pathname }, 'request failed');
  const away = error instanceof MongoNetworkError || error instanceof MongoServerSelectionError;
  return away ? new Problem('database-away') : new Problem('internal', { id });
}
