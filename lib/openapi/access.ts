import type { ZodOpenApiOperationObject, ZodOpenApiSecuritySchemeObject } from 'zod-openapi';
import type { LocalText } from '@/lib/contracts/local-text';
import type { Operation } from '@/lib/contracts/operations/operation';
import { roleText } from '@/lib/contracts/people';

/** The two ways to be somebody. */
export function securitySchemes(locale: keyof LocalText): Record<string, ZodOpenApiSecuritySchemeObject> {
  const session = { zh: '在页面登录后的会话', en: 'The session of who signed in on the pages' };
  const key = { zh: '设置 → API 密钥', en: 'Settings → API keys' };
  return {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'next-auth.session-token',
      description: session[locale],
    },
    apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'tl_…', description: key[locale] },
  };
}

/** Who may do it: a role's session, or a key with the scope. */
export function accessOf(
  { role, scope }: Operation,
  locale: keyof LocalText,
): Pick<ZodOpenApiOperationObject, 'security' | 'description'> {
  if (role === 'anybody') return { security: [] };
  return {
    security: [{ session: [role] }, ...(scope ? [{ apiKey: [scope] }] : [])],
    description: accessText({ role, scope })[locale],
  };
}

/** Who may do it, in a line. */
export function accessText({ role, scope }: Pick<Operation, 'role' | 'scope'>): LocalText {
  if (role === 'anybody') return { zh: '无需登录', en: 'Open to anybody' };
  const { zh, en } = roleText[role];
  const least = role === 'admin' ? { zh, en } : { zh: `${zh}及以上`, en: `${en} or above` };
  return scope === undefined
    ? { zh: `${least.zh}；不接受 API 密钥`, en: `${least.en}; no API keys` }
    : { zh: `${least.zh}，或权限为 ${scope} 的 API 密钥`, en: `${least.en}, or an API key with ${scope}` };
}
