import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from '../../run-command';
import type { DebianMirror } from './debian-mirror';
import type { Layout } from './layout';

const SUITE = 'forky';
const PACKAGES = ['postgresql-18-documentdb', 'patchelf'];
const GO_PACKAGE = 'golang-1.26-go';

const configFile = (layout: Layout) => path.join(layout.apt, 'apt.conf');

/** Where apt puts what it downloads. */
export const archivesFolder = (layout: Layout) => path.join(layout.apt, 'cache', 'archives');

/** An apt of our own: empty status, own lists and cache, so that the system's packages stay as they are. */
export function aptConfig(layout: Layout): string {
  const inside = (...parts: string[]) => path.join(layout.apt, ...parts);
  return `${[
    `Dir::State "${inside('state')}";`,
    `Dir::State::status "${inside('status')}";`,
    `Dir::State::lists "${inside('lists')}";`,
    `Dir::Cache "${inside('cache')}";`,
    `Dir::Etc::sourcelist "${inside('sources.list')}";`,
    'Dir::Etc::sourceparts "/dev/null";',
    'APT::Install-Recommends "false";',
    'APT::Sandbox::User "";',
    'Debug::NoLocking "true";',
    'Acquire::Languages "none";',
  ].join('\n')}\n`;
}

export function aptSource(mirror: DebianMirror): string {
  return `deb [signed-by=${mirror.keyring}] ${mirror.uri} ${SUITE} main\n`;
}

/** Lays out the private apt state. */
export async function makeAptState(layout: Layout, mirror: DebianMirror): Promise<void> {
  for (const folder of ['state', path.join('lists', 'partial'), path.join('cache', 'archives', 'partial')]) {
    await mkdir(path.join(layout.apt, folder), { recursive: true });
  }
  await writeFile(path.join(layout.apt, 'status'), '');
  await writeFile(path.join(layout.apt, 'sources.list'), aptSource(mirror));
  await writeFile(configFile(layout), aptConfig(layout));
}

/** The two apt commands, in order: the lists, then every package with all it needs. */
export function aptCommands(layout: Layout, withGo: boolean): [update: Command, download: Command] {
  const env = { APT_CONFIG: configFile(layout), DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const packages = withGo ? [...PACKAGES, GO_PACKAGE] : PACKAGES;
  return [
    { command: 'apt-get', args: ['-q', 'update'], env, timeoutMs: 300_000 },
    {
      command: 'apt-get',
      args: ['-q', 'install', '--download-only', '-y', ...packages],
      env,
      timeoutMs: 900_000,
    },
  ];
}
