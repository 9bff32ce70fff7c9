import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import {
  atLeast,
  CHANGE_PASSWORD_PATH,
  NOT_ALLOWED_PATH,
  type Role,
  SIGN_IN_PATH,
} from '@/lib/contracts/people';
import { getDb } from '@/lib/db/connect';
import { addressOf, pathOf } from './request-stamp';
import { type SessionActor, sessionActor } from './session-actor';

/** The signed-in person of the page being rendered, or null; read once a render. */
export const currentActor = cache(async (): Promise<SessionActor | null> => {
  const jar = await cookies();
  return sessionActor(await getDb(), (name) => jar.get(name)?.value, addressOf(await headers()));
});

/**
 * First line of every page: the person, who has this role or more. Without a session the browser goes to
 * `/sign-in?next=…` and comes back; with a password given by somebody else, to `/account/password?next=…`;
 * with too low a role, to `/not-allowed?role=…`, which says who can grant it.
 */
export async function requireRole(role: Role): Promise<SessionActor> {
  const actor = await currentActor();
  const path = pathOf(await headers());
  const next = encodeURIComponent(path);
  if (actor === null) redirect(`${SIGN_IN_PATH}?next=${next}`);
  if (actor.mustChangePassword && !path.startsWith(CHANGE_PASSWORD_PATH)) {
    redirect(`${CHANGE_PASSWORD_PATH}?next=${next}`);
  }
  if (!atLeast(actor.role, role)) redirect(`${NOT_ALLOWED_PATH}?role=${role}`);
  return actor;
}
