import { z } from 'zod';

export const auditEntryDto = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  /** `user.create`, `definition.publish` …: the area, a dot, the verb. */
  action: z.string(),
  /** `user:anna`, `tag:vip`, `member:123`. */
  target: z.string(),
  detail: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
});
export type AuditEntryDto = z.infer<typeof auditEntryDto>;

/** The newest first. `before` is the `next` of the page before. */
export const auditQuery = z.object({
  actor: z.string().max(200).optional(),
  /** An action, or an area for all its actions: `user`. */
  action: z.string().max(200).optional(),
  target: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  before: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditPageDto = z.object({ entries: z.array(auditEntryDto), next: z.string().nullable() });
export type AuditPageDto = z.infer<typeof auditPageDto>;
