import { existsSync } from 'node:fs';
import path from 'node:path';
import { findExecutable } from '../find-executable';
import { withProgress } from '../progress';
import { ensureBuilt } from './ferretdb/build';
import { debianMirror } from './ferretdb/debian-mirror';
import { ferretdbUri, startFerretdb } from './ferretdb/ferretdb';
import { ensureCluster } from './ferretdb/initdb';
import { instanceFolder, prepareInstance } from './ferretdb/instance';
import { defaultLayout } from './ferretdb/layout';
import { startPostgres } from './ferretdb/postgres';
import { defectOf } from './ferretdb/stamp';
import { stopProcesses } from './managed-process';
import { type Availability, type DatabaseProvider, type ProviderContext, unavailable } from './provider';

/** Provider 4: FerretDB in front of PostgreSQL with DocumentDB, built from the package registries alone. */
export function fromPackages(context: ProviderContext, layout = defaultLayout()): DatabaseProvider {
  return {
    name: 'ferretdb',
    explicit: false,
    holdsData: () => existsSync(path.join(instanceFolder(context.dataFolder), 'postgres')),
    available: async () => (defectOf(layout) === null ? { ok: true } : canBuild()),
    start: async () => {
      await ensureBuilt(layout, context.report);
      const instance = prepareInstance(context.dataFolder);
      if (path.dirname(instance.cluster) !== context.dataFolder) {
        context.report(
          `The data is in ${path.dirname(instance.cluster)}, because the database's user can't enter this folder.`,
        );
      }
      return withProgress(context.report, 'Starting the database', async () => {
        await ensureCluster(layout, instance);
        const postgres = await startPostgres(layout, instance, context.register);
        const ferretdb = await startFerretdb(layout, instance, context.register);
        return { uri: ferretdbUri(instance), stop: () => stopProcesses([ferretdb, postgres]) };
      });
    },
  };
}

function canBuild(): Availability {
  if (process.platform !== 'linux') return unavailable(`it needs Linux, and this is ${process.platform}`);
  const missing = ['apt-get', 'dpkg-deb'].filter((name) => !findExecutable(name));
  if (missing.length > 0) return unavailable(`${missing.join(' and ')} not found`);
  return debianMirror() ? { ok: true } : unavailable('no Debian archive is among the sources of apt');
}
