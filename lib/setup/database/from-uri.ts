import { SetupError } from '../setup-error';
import { pingFailure } from './ping';
import { type DatabaseProvider, unavailable } from './provider';

const LIMIT_MS = 10_000;

/** Provider 1: the server that MONGODB_URI names. It is not ours, so it is never stopped. */
export function fromUri(uri = process.env.MONGODB_URI ?? '', limitMs = LIMIT_MS): DatabaseProvider {
  return {
    name: 'MONGODB_URI',
    explicit: true,
    holdsData: () => uri !== '',
    available: async () => (uri === '' ? unavailable('it is not set') : { ok: true }),
    start: async () => {
      const failure = await pingFailure(uri, limitMs);
      if (failure !== null) {
        throw new SetupError(
          `No database answers at MONGODB_URI (${withoutPassword(uri)}): ${failure}; start that server, correct the address, or unset MONGODB_URI to let set-up bring one.`,
        );
      }
      return { uri, stop: async () => undefined };
    },
  };
}

/** A connection string fit to be shown: what stands between the scheme and the `@` is hidden. */
export function withoutPassword(uri: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/)[^@/]*@/, '$1***@');
}
