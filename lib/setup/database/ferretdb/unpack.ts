import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Command, run } from '../../run-command';
import { SetupError } from '../../setup-error';
import { archivesFolder } from './apt-state';
import type { Layout } from './layout';

/** Never read by a server, and a fifth of the space. */
const DROPPED = ['doc', 'man', 'locale', 'info', 'lintian', 'bug'];

export function unpackCommand(archive: string, layout: Layout): Command {
  return { command: 'dpkg-deb', args: ['-x', archive, layout.pg] };
}

/** Unpacks every downloaded package into one tree and takes the downloads away. */
export async function unpack(layout: Layout): Promise<void> {
  const folder = archivesFolder(layout);
  const archives = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
  if (archives.length === 0) throw new SetupError('apt-get downloaded no package.');
  await mkdir(layout.pg, { recursive: true });
  for (const archive of archives) await run(unpackCommand(path.join(folder, archive), layout));
  for (const name of DROPPED)
    await rm(path.join(layout.pg, 'usr', 'share', name), { recursive: true, force: true });
  await rm(layout.apt, { recursive: true, force: true });
}
