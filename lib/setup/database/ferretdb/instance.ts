import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canPass, type ServiceUser, serviceUser } from '../../service-user';

/** One server on one data folder: who runs it and where its files are. */
export interface Instance {
  readonly user: ServiceUser | null;
  /** PostgreSQL's data folder. */
  readonly cluster: string;
  /** FerretDB's own state. */
  readonly state: string;
  /** A private folder for the sockets of both; its mode is the lock on the door. */
  readonly sockets: string;
  readonly logs: string;
}

/** Where the data of this checkout lies: in it, unless the server's user can't get there. */
export function instanceFolder(dataFolder: string, user = serviceUser()): string {
  if (!user || canPass(dataFolder, user)) return dataFolder;
  return path.join('/var/lib/tagloom', hash(dataFolder));
}

/** Makes the folders, owned by the server's user, and says where they are. */
export function prepareInstance(dataFolder: string): Instance {
  const user = serviceUser();
  const folder = instanceFolder(dataFolder, user);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const state = path.join(folder, 'ferretdb');
  ownFolder(state, user);
  return {
    user,
    cluster: path.join(folder, 'postgres'),
    state,
    sockets: socketFolder(folder, user),
    logs: path.join(dataFolder, 'logs'),
  };
}

/** Makes a folder that only the server's user may enter. */
export function ownFolder(folder: string, user: ServiceUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
}

/**
 * A short path, since a socket's is at most 107 bytes; the same one every time, so that the address stays.
 * Anybody may write to the temporary folder: a folder of that name that isn't ours is passed by.
 */
function socketFolder(folder: string, user: ServiceUser | null): string {
  const parent = os.tmpdir().length <= 60 ? os.tmpdir() : '/tmp';
  const wanted = path.join(parent, `tagloom-${hash(folder)}`);
  const present = lstatSync(wanted, { throwIfNoEntry: false });
  const owner = user?.uid ?? process.getuid?.();
  const usable = !present || (present.isDirectory() && present.uid === owner);
  const chosen = usable ? wanted : mkdtempSync(path.join(parent, 'tagloom-'));
  ownFolder(chosen, user);
  return chosen;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
