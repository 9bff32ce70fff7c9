import { z } from 'zod';
import type { Report } from '../progress';
import type { ManagedProcess } from './managed-process';

export const providerNames = ['MONGODB_URI', 'mongod', 'mongod-download', 'ferretdb'] as const;
export const providerNameSchema = z.enum(providerNames);
export type ProviderName = z.infer<typeof providerNameSchema>;

/** What each provider is, in the words of the sentence that names all four when none works. */
export const providerTitles: Record<ProviderName, string> = {
  MONGODB_URI: 'MONGODB_URI (set it to a running server)',
  mongod: 'a mongod on the PATH (install MongoDB)',
  'mongod-download': 'a mongod that set-up downloads (allow the download)',
  ferretdb:
    'FerretDB on PostgreSQL from Debian packages (needs apt-get on a Debian machine and a Go module proxy)',
};

export type Availability = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export const unavailable = (reason: string): Availability => ({ ok: false, reason });

/** A server that answers. `stop` ends what was started for it and waits; for a foreign server it does nothing. */
export interface RunningDatabase {
  readonly uri: string;
  stop(): Promise<void>;
}

export interface DatabaseProvider {
  readonly name: ProviderName;
  /** The person asked for this very one: when it fails, that is the answer, and no other is tried. */
  readonly explicit: boolean;
  /** Whether data of this checkout already lies with this provider: then it goes first. */
  holdsData(): boolean;
  available(): Promise<Availability>;
  start(): Promise<RunningDatabase>;
}

/** What a provider needs from its surroundings. */
export interface ProviderContext {
  /** Absolute path of the checkout's data folder. */
  readonly dataFolder: string;
  readonly report: Report;
  /** Called as each process is spawned, before it is ready: what is recorded can be ended after a crash. */
  register(process: ManagedProcess): Promise<void>;
}
