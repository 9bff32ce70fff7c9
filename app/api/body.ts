import { Problem } from '@/lib/contracts/problem';

/**
 * The JSON body of a request of at most `limit` bytes; an empty body is undefined. Counts while reading, since
 * a declared length may be missing or untrue. Throws `too-large`, `not-json`.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const text = await readText(request, limit);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('not-json');
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(limit: number): Problem {
  return new Problem('too-large', { limit: `${Math.round(limit / 1024)} KB` });
}
