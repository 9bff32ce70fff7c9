import { findExecutable } from '../find-executable';
import { SetupError } from '../setup-error';
import { mongodHoldsData, startMongod } from './mongod';
import { type DatabaseProvider, type ProviderContext, unavailable } from './provider';

/** Provider 2: a mongod that is installed on this machine, with its data under the checkout's data folder. */
export function fromPath(context: ProviderContext, searchPath = process.env.PATH ?? ''): DatabaseProvider {
  return {
    name: 'mongod',
    explicit: false,
    holdsData: () => mongodHoldsData(context.dataFolder),
    available: async () =>
      findExecutable('mongod', searchPath) ? { ok: true } : unavailable('there is none'),
    start: () => {
      const binary = findExecutable('mongod', searchPath);
      if (!binary) throw new SetupError('There is no mongod on the PATH.');
      return startMongod(binary, context);
    },
  };
}
