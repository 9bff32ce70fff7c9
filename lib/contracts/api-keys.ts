import { z } from 'zod';
import type { LocalText } from './local-text';
import type { Role } from './people';

export const apiScopes = ['read:members', 'read:counts', 'import', 'export', 'run', 'points'] as const;
export type ApiScope = (typeof apiScopes)[number];

/**
 * The role that a key acts in where a route asks for this scope. A key with several scopes has in each
 * place only the role of that place, so that `export` never unmasks what `read:members` shows.
 */
export const scopeRole: Record<ApiScope, Role> = {
  'read:members': 'viewer',
  'read:counts': 'viewer',
  import: 'editor',
  export: 'approver',
  run: 'approver',
  points: 'editor',
};

export const scopeText: Record<ApiScope, LocalText> = {
  'read:members': { zh: '读取会员（脱敏）', en: 'read members (masked)' },
  'read:counts': { zh: '读取人数与运行指标', en: 'read counts and server metrics' },
  import: { zh: '导入', en: 'import' },
  export: { zh: '导出', en: 'export' },
  run: { zh: '运行', en: 'run' },
  points: { zh: '查询、兑换和调整积分', en: 'read, redeem and adjust points' },
};

export const apiKeyDto = z.object({
  id: z.string(),
  label: z.string(),
  /** The first characters, to recognise a key by. */
  prefix: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKeyDto = z.infer<typeof apiKeyDto>;
export const apiKeyListDto = z.object({ keys: z.array(apiKeyDto) });

export const createApiKeyBody = z.object({
  label: z.string().trim().min(1).max(80),
  scopes: z
    .array(z.enum(apiScopes))
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
});
export type CreateApiKeyBody = z.infer<typeof createApiKeyBody>;
/** Its answer: the token is shown this once. */
export const issuedApiKeyDto = z.object({ key: apiKeyDto, token: z.string() });
export type IssuedApiKeyDto = z.infer<typeof issuedApiKeyDto>;
