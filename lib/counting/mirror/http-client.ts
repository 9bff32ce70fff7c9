import { MirrorClient } from './mirror-client';
import type { MirrorRequest } from './mirror-request';

/** The mirror in a process of its own (`tagloom counter`), which several servers share. */
export class HttpClient extends MirrorClient {
  constructor(
    private readonly url: string,
    private readonly secret: string,
  ) {
    super();
  }

  protected async ask(request: MirrorRequest, signal: AbortSignal): Promise<unknown> {
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
