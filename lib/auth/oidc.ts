import type { OAuthConfig } from 'next-auth/providers/oauth';
import { OIDC_PROVIDER } from '@/lib/contracts/sign-in';
import { getDb } from '@/lib/db/connect';
import { type OidcClaims, oidcClaims, oidcUser } from './oidc-user';

/**
 * The organisation's identity provider, when `OIDC_ISSUER`, `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET` are set;
 * `OIDC_NAME` is what its button says. Code flow with PKCE, state and nonce.
 */
export function oidcProvider(env: NodeJS.ProcessEnv = process.env): OAuthConfig<OidcClaims> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    id: OIDC_PROVIDER,
    name: env.OIDC_NAME || 'OIDC',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid profile email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: async (claims) => {
      const { _id: id, name, sessionVersion } = await oidcUser(await getDb(), oidcClaims.parse(claims));
      return { id, name, sessionVersion };
    },
  };
}
