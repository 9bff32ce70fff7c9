import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { log } from '@/lib/log/logger';
import type { Mirror } from './mirror';
import { answerRequest } from './mirror-service';

/** A drawing of 300 nodes is far below. */
const largestBody = 16 * 1024 * 1024;

export interface ServeMirrorOptions {
  host: string;
  port: number;
  secret: string;
}

/** Lets the servers that know the secret ask the mirror: one POST a question, as in mirror-service.ts. */
export async function serveMirror(
  mirror: Mirror,
  { host, port, secret }: ServeMirrorOptions,
): Promise<Server> {
  const expected = digest(`Bearer ${secret}`);
  const server = createServer((request, response) => {
    const isKnown = timingSafeEqual(digest(request.headers.authorization ?? ''), expected);
    if (!isKnown) return reply(response, 401, { error: 'unknown secret' });
    if (request.method !== 'POST') return reply(response, 405, { error: 'POST only' });
    readBody(request)
      .then((body) => answerRequest(mirror, 'process', JSON.parse(body)))
      .then(
        (answer) => reply(response, 200, answer),
        (error: unknown) => {
          log.warn({ err: error }, 'a question could not be answered');
          reply(response, 400, { error: 'not a question' });
        },
      );
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

/** Of one length, whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const chunk = Buffer.from(part);
    bytes += chunk.length;
    if (bytes > largestBody) throw new Error('The question is too large.');
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}
