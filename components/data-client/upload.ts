import type { z } from 'zod';
import { ApiError, brokenAnswerText, errorBodySchema, offlineText } from './api-error';
import { sessionGate } from './session-gate';

interface Options {
  signal: AbortSignal;
  /** Share of the file that was sent, 0–1. */
  onProgress: (share: number) => void;
}

/** Sends a file as the body of a POST and says how far it is, which fetch can't. Throws as `api` does. */
export async function upload<S extends z.ZodType>(
  schema: S,
  url: string,
  file: Blob,
  options: Options,
): Promise<z.output<S>> {
  let answer = await send(url, file, options);
  let error = errorBodySchema.safeParse(answer.body).data?.error;
  if (answer.status === 401 && error?.code === 'not-signed-in') {
    if ((await sessionGate.wait(options.signal)) === 'signed-in') answer = await send(url, file, options);
    error = errorBodySchema.safeParse(answer.body).data?.error;
  }
  const asked = `POST ${url} → ${answer.status}`;
  if (error)
    throw new ApiError(
      error.code,
      answer.status,
      error.message,
      `${asked}\n${error.code}: ${error.message.en}`,
    );
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw new ApiError('broken-answer', answer.status, brokenAnswerText, asked);
  return parsed.data;
}

function send(
  url: string,
  file: Blob,
  { signal, onProgress }: Options,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.open('POST', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: parse(request.responseText) });
    request.onerror = () => reject(new ApiError('offline', 0, offlineText, `POST ${url}`));
    request.onabort = () => reject(signal.reason ?? new DOMException('aborted', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', stop);
    if (signal.aborted) reject(signal.reason);
    else request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
