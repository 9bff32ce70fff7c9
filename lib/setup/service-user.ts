import { statSync } from 'node:fs';
import path from 'node:path';

/** The uid and gid that a server process runs as when it may not run as root. */
export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: ServiceUser = { uid: 65534, gid: 65534 };

/** `nobody` when this process is root (PostgreSQL refuses root), else null: run as who we are. */
export function serviceUser(): ServiceUser | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** Whether `user` can pass `folder` and every parent that exists. A folder not yet made counts as passable. */
export function canPass(folder: string, user: ServiceUser): boolean {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    const stats = statSync(current, { throwIfNoEntry: false });
    if (stats) {
      const bit = stats.uid === user.uid ? 0o100 : stats.gid === user.gid ? 0o010 : 0o001;
      if ((stats.mode & bit) === 0) return false;
    }
    if (current === path.dirname(current)) return true;
  }
}
