import { HttpClient } from './http-client';
import type { MirrorClient } from './mirror-client';
import { mirrorSettings } from './mirror-settings';
import { ThreadClient } from './thread-client';

// One a process: next bundles routes and start-up apart.
const shared = globalThis as typeof globalThis & { tagloomMirror?: MirrorClient | null };

/** Starts the counting thread of a server process, unless the environment says that another process counts, or none. */
export function startMirror(): void {
  const settings = mirrorSettings();
  const uri = process.env.MONGODB_URI;
  if (settings.where === 'thread' && uri && !shared.tagloomMirror) {
    shared.tagloomMirror = new ThreadClient({ uri, budgetBytes: settings.budgetBytes });
  }
}

/** The mirror that this process asks; null where MongoDB counts everything. */
export function mirrorClient(): MirrorClient | null {
  if (shared.tagloomMirror === undefined) {
    const settings = mirrorSettings();
    shared.tagloomMirror =
      settings.where === 'process' ? new HttpClient(settings.url, settings.secret) : null;
  }
  return shared.tagloomMirror;
}
