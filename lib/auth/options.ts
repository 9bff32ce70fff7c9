import { headers } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { SIGN_IN_PATH } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { credentialsSchema, PASSWORD_PROVIDER, writeSignInError } from '@/lib/contracts/sign-in';
import { collection } from '@/lib/db/collections';
import { getDb } from '@/lib/db/connect';
import { log } from '@/lib/log/logger';
import { oidcProvider } from './oidc';
import { ADDRESS_HEADER, addressOf } from './request-stamp';
import { sessionSecret } from './secret';
import { SESSION_SECONDS } from './session-token';
import { recordSignIn, signIn } from './sign-in';

const byPassword = Credentials({
  id: PASSWORD_PROVIDER,
  name: PASSWORD_PROVIDER,
  credentials: { name: {}, password: {} },
  authorize: async (input, request) => {
    const credentials = credentialsSchema.safeParse(input).data;
    if (!credentials) throw carry(new Problem('wrong-credentials'));
    const address = z
      .string()
      .nullable()
      .catch(null)
      .parse(request.headers?.[ADDRESS_HEADER] ?? null);
    try {
      const user = await signIn(await getDb(), { ...credentials, address });
      return { id: user._id, name: user.name, sessionVersion: user.sessionVersion };
    } catch (error) {
      if (error instanceof Problem) throw carry(error);
      // next-auth would put the message of any error into the page's URL.
      log.error({ err: error }, 'sign-in failed');
      throw carry(new Problem('sign-in-failed'));
    }
  },
});

function carry(problem: Problem): Error {
  return new Error(writeSignInError(problem));
}

/** Whether somebody whom the identity provider sent may come in. */
async function mayEnter(id: string): Promise<boolean> {
  const db = await getDb();
  const user = await collection(db, 'users').findOne({ _id: id });
  if (!user || user.disabled) return false;
  await recordSignIn(db, user, addressOf(await headers()), 'oidc');
  return true;
}

/**
 * next-auth, which signs people in and out; whose a session is, and whether it still holds, `sessionActor` says.
 * Made at each request: while the server is built there is no secret yet.
 */
export function authOptions(): NextAuthOptions {
  const oidc = oidcProvider();
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: SIGN_IN_PATH, error: SIGN_IN_PATH },
    providers: [byPassword, ...(oidc ? [oidc] : [])],
    callbacks: {
      signIn: async ({ user, account }) => account?.type === 'credentials' || mayEnter(user.id),
      jwt: ({ token, user }) =>
        user ? { sub: user.id, name: user.name, sessionVersion: user.sessionVersion } : token,
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { id: token.sub ?? '', name: token.name ?? '' },
      }),
    },
    logger: {
      error: (code, metadata) => log.error({ code, err: metadata }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'sign-in warning'),
      debug: () => undefined,
    },
  };
}
