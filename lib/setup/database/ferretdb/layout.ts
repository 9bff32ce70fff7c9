import { readdirSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../cache-folder';
import { SetupError } from '../../setup-error';

/** Raised whenever the recipe changes: a cache made by another recipe is another folder. */
const RECIPE = 'ferretdb-2.7.0-postgresql-18-r1';

/** Where the pieces of the built server lie; `root` is all of it. */
export interface Layout {
  readonly root: string;
  readonly apt: string;
  readonly pg: string;
  readonly go: string;
  readonly ferretdb: string;
  readonly stamp: string;
  readonly lock: string;
}

export function layoutIn(cache: string): Layout {
  const root = path.join(cache, RECIPE);
  return {
    root,
    apt: path.join(root, 'apt'),
    pg: path.join(root, 'pg'),
    go: path.join(root, 'go'),
    ferretdb: path.join(root, 'bin', 'ferretdb'),
    stamp: path.join(root, 'stamp.json'),
    lock: path.join(cache, `${RECIPE}.lock`),
  };
}

export const defaultLayout = () => layoutIn(cacheFolder());

export const postgresBinary = (layout: Layout, name: 'postgres' | 'initdb' | 'psql') =>
  path.join(layout.pg, 'usr', 'lib', 'postgresql', '18', 'bin', name);

export const postgresLibraries = (layout: Layout) =>
  path.join(layout.pg, 'usr', 'lib', 'postgresql', '18', 'lib');

/** `usr/lib/<arch>-linux-gnu` of the unpacked packages, whatever this machine's architecture is. */
export function systemLibraries(layout: Layout): string {
  const lib = path.join(layout.pg, 'usr', 'lib');
  const triplet = readdirSync(lib).find((name) => name.endsWith('-linux-gnu'));
  if (!triplet) throw new SetupError(`The unpacked packages in ${layout.pg} hold no system libraries.`);
  return path.join(lib, triplet);
}

/** The dynamic loader among the unpacked libraries. */
export function loader(layout: Layout): string {
  const folder = systemLibraries(layout);
  const name = readdirSync(folder).find((file) => /^ld-linux.*\.so\.\d+$/.test(file));
  if (!name) throw new SetupError(`The unpacked packages in ${layout.pg} hold no dynamic loader.`);
  return path.join(folder, name);
}

/** Every folder that a relocated program has to look for libraries in. */
export function libraryPath(layout: Layout): string {
  const system = systemLibraries(layout);
  return [system, path.join(system, 'blas'), path.join(system, 'lapack'), postgresLibraries(layout)].join(
    ':',
  );
}
