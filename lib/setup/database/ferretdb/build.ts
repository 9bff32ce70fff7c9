import { chmod, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { withFileLock } from '../../file-lock';
import { requireSpace } from '../../free-space';
import { type Report, withProgress } from '../../progress';
import { run } from '../../run-command';
import { SetupError } from '../../setup-error';
import { aptCommands, makeAptState } from './apt-state';
import { debianMirror } from './debian-mirror';
import { buildFerretdb, goOnPath, unpackedGo } from './go-build';
import type { Layout } from './layout';
import { relocate } from './relocate';
import { defectOf, writeStamp } from './stamp';
import { unpack } from './unpack';

/** Makes sure that the servers lie whole in the cache; one builder at a time, others wait for its result. */
export async function ensureBuilt(layout: Layout, report: Report): Promise<void> {
  if (defectOf(layout) === null) return;
  await mkdir(path.dirname(layout.root), { recursive: true });
  await withFileLock(
    layout.lock,
    async () => {
      const defect = defectOf(layout);
      if (defect === null) return;
      report(
        `Building the database into ${layout.root} (${defect}): about two minutes, once for this machine.`,
      );
      await build(layout, report);
    },
    (pid) => report(`Process ${pid} is building the database already: waiting for it.`),
  );
}

/** Packages, what they unpack to, and the caches of the Go build while it runs. */
const NEEDED_MEGABYTES = 2_500;

async function build(layout: Layout, report: Report): Promise<void> {
  const mirror = debianMirror();
  if (!mirror) throw new SetupError('No Debian archive is among the sources of apt.');
  await rm(layout.root, { recursive: true, force: true });
  requireSpace(layout.root, NEEDED_MEGABYTES);
  await mkdir(layout.root, { recursive: true });
  // A strict umask would hide the tree from the user that PostgreSQL runs as.
  for (const folder of [path.dirname(layout.root), layout.root]) await chmod(folder, 0o755);
  const ownGo = await goOnPath();
  const compile = (go: string) => withProgress(report, 'Compiling FerretDB', () => buildFerretdb(go, layout));
  const packages = async () => {
    const [update, download] = aptCommands(layout, ownGo === null);
    await makeAptState(layout, mirror);
    await withProgress(report, 'Reading the package lists', () => run(update));
    await withProgress(report, 'Downloading PostgreSQL and DocumentDB', () => run(download));
    await withProgress(report, 'Unpacking them', () => unpack(layout));
    await relocate(layout);
  };
  // Both are waited for before a failure is told, so that nothing is left writing into the cache.
  const results = await Promise.allSettled(ownGo ? [packages(), compile(ownGo)] : [packages()]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  if (!ownGo) await compile(unpackedGo(layout));
  await writeStamp(layout);
}
