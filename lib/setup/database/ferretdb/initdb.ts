import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { type Command, run } from '../../run-command';
import { type Instance, ownFolder } from './instance';
import { type Layout, postgresBinary } from './layout';

const draftOf = (instance: Instance) => `${instance.cluster}.new`;

export function initdbCommand(layout: Layout, instance: Instance): Command {
  const draft = draftOf(instance);
  return {
    command: postgresBinary(layout, 'initdb'),
    args: ['-D', draft, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    cwd: draft,
    user: instance.user,
    env: { HOME: draft, LC_ALL: 'C' },
  };
}

/** Makes PostgreSQL's data folder when there is none; it appears whole or not at all. */
export async function ensureCluster(layout: Layout, instance: Instance): Promise<void> {
  if (existsSync(instance.cluster)) return;
  const draft = draftOf(instance);
  await rm(draft, { recursive: true, force: true });
  ownFolder(draft, instance.user);
  await run(initdbCommand(layout, instance));
  await rename(draft, instance.cluster);
}
