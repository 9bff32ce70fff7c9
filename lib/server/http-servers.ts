import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';
import { z } from 'zod';

const startedSchema = z.object({ server: z.instanceof(Server) });

/**
 * Remembers the HTTP servers of this process as they get requests, since Next hands out none. Gives a function
 * that closes them: nobody new comes in, and it resolves when the requests under way are answered.
 */
export function trackServers(): () => Promise<void> {
  const servers = new Set<Server>();
  subscribe('http.server.request.start', (message) => {
    servers.add(startedSchema.parse(message).server);
  });
  return async () => {
    const closed = [...servers].map(
      (server) => new Promise<void>((resolve) => server.close(() => resolve())),
    );
    await Promise.all(closed);
  };
}
