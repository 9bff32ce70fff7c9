import { type MirrorStatus, mirrorStatusSchema } from '@/lib/contracts/mirror';
import { type MirrorAnswer, mirrorAnswerSchema } from './mirror-answer';
import type { MirrorClient, MirrorQuery } from './mirror-client';

/** The mirror in a process of its own (`tagloom counter`), which several servers share. */
export class HttpClient implements MirrorClient {
  constructor(
    private readonly url: string,
    private readonly secret: string,
  ) {}

  async count({ predicates, withinMs }: MirrorQuery, signal: AbortSignal): Promise<MirrorAnswer> {
    return mirrorAnswerSchema.parse(await this.ask({ kind: 'count', predicates, withinMs }, signal));
  }

  async status(signal: AbortSignal): Promise<MirrorStatus> {
    return mirrorStatusSchema.parse(await this.ask({ kind: 'status' }, signal));
  }

  private async ask(request: unknown, signal: AbortSignal): Promise<unknown> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok) throw new Error(`The counter at ${this.url} answers with ${response.status}.`);
    return response.json();
  }
}
