import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import { findExecutable } from '../../find-executable';
import { type Command, run } from '../../run-command';
import type { Layout } from './layout';

const MODULE = 'github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v2.7.0';
const OLDEST_GO = { major: 1, minor: 24 };

/** The Go on the PATH when it is new enough (1.24), else null: then Debian's is unpacked. */
export async function goOnPath(searchPath = process.env.PATH ?? ''): Promise<string | null> {
  const go = findExecutable('go', searchPath);
  const version = go ? await run({ command: go, args: ['version'] }).catch(() => '') : '';
  return go && isNewEnough(version) ? go : null;
}

export function isNewEnough(version: string): boolean {
  const [, major = 0, minor = 0] = /go(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  return major > OLDEST_GO.major || (major === OLDEST_GO.major && minor >= OLDEST_GO.minor);
}

const GO_FOLDERS = [path.join('usr', 'lib', 'go-1.26'), path.join('usr', 'share', 'go-1.26')];

export const unpackedGo = (layout: Layout) => path.join(layout.pg, 'usr', 'lib', 'go-1.26', 'bin', 'go');

/** The build, with module and build caches of its own, that are thrown away afterwards. */
export function goCommand(go: string, layout: Layout): Command {
  return {
    command: go,
    args: ['install', MODULE],
    env: {
      GOBIN: path.dirname(layout.ferretdb),
      GOPATH: path.join(layout.go, 'path'),
      GOMODCACHE: path.join(layout.go, 'modules'),
      GOCACHE: path.join(layout.go, 'build'),
      GOFLAGS: '-modcacherw -trimpath',
      CGO_ENABLED: '0',
      // A Go that is unpacked from a package must not look for its home where the package would have put it.
      ...(go === unpackedGo(layout) ? { GOROOT: path.dirname(path.dirname(go)) } : {}),
    },
    timeoutMs: 1_200_000,
  };
}

/** Builds FerretDB from its source, which the Go module proxy serves, and takes the tools away. */
export async function buildFerretdb(go: string, layout: Layout): Promise<void> {
  await run(goCommand(go, layout));
  await chmod(layout.ferretdb, 0o755);
  const leftovers = [layout.go, ...GO_FOLDERS.map((folder) => path.join(layout.pg, folder))];
  for (const folder of leftovers) await rm(folder, { recursive: true, force: true });
}
