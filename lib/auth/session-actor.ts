import type { Db } from 'mongodb';
import type { Actor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { type CookieReader, readSessionToken } from './session-token';

/** A signed-in person; one who was given a password has to choose another before anything else. */
export interface SessionActor extends Actor {
  via: 'session';
  mustChangePassword: boolean;
}

/**
 * Who holds the session in these cookies, or null. The user document decides at every request (one read
 * by `_id`), so a changed role, a disabled account or a raised session version counts at once.
 */
export async function sessionActor(
  db: Db,
  cookie: CookieReader,
  address: string | null,
): Promise<SessionActor | null> {
  const token = await readSessionToken(cookie);
  if (token === null) return null;
  const user = await collection(db, 'users').findOne({ _id: token.sub });
  if (!user || user.disabled || user.sessionVersion !== token.sessionVersion) return null;
  const { _id: id, name, role, mustChangePassword } = user;
  return { id, name, role, mustChangePassword, via: 'session', address };
}
