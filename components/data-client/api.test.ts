import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Problem, problemBody } from '@/lib/contracts/problem';
import { api, withQuery } from './api';
import { ApiError } from './api-error';
import { sessionGate } from './session-gate';

const schema = z.object({ n: z.int() });
const fetchMock = vi.fn<typeof fetch>();

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
});
afterEach(() => {
  sessionGate.open('given-up');
  vi.unstubAllGlobals();
});

const answer = (body: unknown, status = 200) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

async function failure(asked: Promise<unknown>): Promise<ApiError> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
}

describe('api', () => {
  it('parses the answer with the contract', async () => {
    fetchMock.mockResolvedValueOnce(answer({ n: 3, extra: true }));
    expect(await api(schema, '/api/x', { query: { a: 'b c', empty: '', none: undefined } })).toEqual({
      n: 3,
    });
    expect(fetchMock.mock.calls[0]?.[0]).toBe('/api/x?a=b+c');
  });

  it('sends JSON, and a file as it is', async () => {
    fetchMock.mockImplementation(async () => answer({ n: 1 }));
    await api(schema, '/api/x', { method: 'POST', body: { a: 1 } });
    expect(fetchMock.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"a":1}' });
    const file = new Blob(['1,2']);
    await api(schema, '/api/x', { method: 'POST', body: file });
    expect(fetchMock.mock.calls[1]?.[1]).toMatchObject({ body: file, headers: undefined });
  });

  it('takes an empty body where the contract has none', async () => {
    fetchMock.mockResolvedValueOnce(new Response(null, { status: 204 }));
    expect(await api(z.undefined(), '/api/x', { method: 'DELETE' })).toBeUndefined();
  });

  it('throws the sentence of a problem in both languages', async () => {
    fetchMock.mockResolvedValueOnce(answer(problemBody(new Problem('not-allowed', { role: 'admin' })), 403));
    const error = await failure(api(schema, '/api/x'));
    expect(error).toMatchObject({ code: 'not-allowed', status: 403 });
    expect(error.text.en).toContain('admin');
    expect(error.details).toContain('GET /api/x → 403');
  });

  it('tells an answer that is not what was agreed from a missing one', async () => {
    fetchMock.mockResolvedValueOnce(answer({ n: 'three' }));
    expect((await failure(api(schema, '/api/x'))).code).toBe('broken-answer');
    fetchMock.mockResolvedValueOnce(answer('<h1>Bad gateway</h1>', 502));
    expect(await failure(api(schema, '/api/x'))).toMatchObject({ code: 'broken-answer', status: 502 });
    fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await failure(api(schema, '/api/x'))).toMatchObject({ code: 'offline', status: 0 });
  });

  it('leaves an abort an abort', async () => {
    const control = new AbortController();
    fetchMock.mockImplementationOnce(async () => {
      control.abort();
      throw control.signal.reason;
    });
    await expect(api(schema, '/api/x', { signal: control.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('an expired session', () => {
  const signedOut = () => answer(problemBody(new Problem('not-signed-in')), 401);

  it('holds every request back and sends it again after signing in', async () => {
    fetchMock.mockImplementation(async () =>
      sessionGate.isClosed() || fetchMock.mock.calls.length <= 2 ? signedOut() : answer({ n: 7 }),
    );
    const both = Promise.all([
      api(schema, '/api/x', { method: 'PUT', body: { v: 1 } }),
      api(schema, '/api/y'),
    ]);
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(sessionGate.isClosed()).toBe(true));
    sessionGate.open('signed-in');
    expect(await both).toEqual([{ n: 7 }, { n: 7 }]);
    expect(fetchMock.mock.calls[2]).toEqual(fetchMock.mock.calls[0]);
    expect(sessionGate.isClosed()).toBe(false);
  });

  it('fails with the sentence when nobody signs in', async () => {
    fetchMock.mockImplementation(async () => signedOut());
    const asked = failure(api(schema, '/api/x'));
    await vi.waitFor(() => expect(sessionGate.isClosed()).toBe(true));
    sessionGate.open('given-up');
    expect((await asked).code).toBe('not-signed-in');
  });

  it('can be aborted while it waits', async () => {
    fetchMock.mockImplementation(async () => signedOut());
    const control = new AbortController();
    const asked = api(schema, '/api/x', { signal: control.signal });
    await vi.waitFor(() => expect(sessionGate.isClosed()).toBe(true));
    control.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('withQuery', () => {
  it('keeps 0 and false', () => {
    expect(withQuery('/p', { after: 0, fill: false, tag: null })).toBe('/p?after=0&fill=false');
  });
});
