import type { z } from 'zod';
import { ApiError, brokenAnswerText, errorBodySchema, offlineText } from './api-error';
import { sessionGate } from './session-gate';

export interface ApiOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a Blob as it is. */
  body?: unknown;
  /** Parameters of the URL; undefined, null and '' are left out. */
  query?: Record<string, string | number | boolean | null | undefined>;
  signal?: AbortSignal;
}

/**
 * Asks the server and parses the answer with the contract's schema. Throws ApiError; an abort throws as it does
 * with fetch. When the session has expired it waits until somebody signs in and asks again.
 */
export async function api<S extends z.ZodType>(
  schema: S,
  path: string,
  options: ApiOptions = {},
): Promise<z.output<S>> {
  const { method = 'GET', signal } = options;
  const url = withQuery(path, options.query);
  let answer = await read(url, options);
  if (isSignedOut(answer) && (await sessionGate.wait(signal)) === 'signed-in')
    answer = await read(url, options);

  const { status, text } = answer;
  const asked = `${method} ${url} → ${status}`;
  if (!answer.ok) throw errorOf(status, text, asked);
  const parsed = schema.safeParse(text === '' ? undefined : json(text));
  if (!parsed.success)
    throw new ApiError('broken-answer', status, brokenAnswerText, `${asked}\n${parsed.error.message}`);
  return parsed.data;
}

interface Answer {
  ok: boolean;
  status: number;
  text: string;
}

/** A wrong current password is a 401 too: only the problem's code tells that nobody is signed in. */
function isSignedOut({ status, text }: Answer): boolean {
  return status === 401 && errorBodySchema.safeParse(json(text)).data?.error.code === 'not-signed-in';
}

async function read(url: string, { method = 'GET', body, signal }: ApiOptions): Promise<Answer> {
  const isBlob = typeof Blob !== 'undefined' && body instanceof Blob;
  try {
    const response = await fetch(url, {
      method,
      signal,
      headers: body === undefined || isBlob ? undefined : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : isBlob ? body : JSON.stringify(body),
      // The cookie is all that signs in; nothing of a member may stay in a cache.
      credentials: 'same-origin',
      cache: 'no-store',
    });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', 0, offlineText, `${method} ${url}\n${String(error)}`);
  }
}

/** `path?query` with the parameters that have a value. */
export function withQuery(path: string, query: ApiOptions['query'] = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  return params.size > 0 ? `${path}?${params}` : path;
}

function errorOf(status: number, text: string, asked: string): ApiError {
  const body = errorBodySchema.safeParse(json(text));
  if (body.success) {
    const { code, message } = body.data.error;
    return new ApiError(code, status, message, `${asked}\n${code}: ${message.en}`, json(text));
  }
  return new ApiError('broken-answer', status, brokenAnswerText, `${asked}\n${text.slice(0, 500)}`);
}

/** Undefined when it is no JSON. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
