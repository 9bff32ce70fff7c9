import { z } from 'zod';
import type { LocalText } from './local-text';

/** Who acts: the holder of a session or of an API key, or the system itself (schedules, the CLI). */
export interface Actor {
  id: string;
  name: string;
  role: Role;
  via: 'session' | 'api-key' | 'system';
  /** The client's network address, where there is one. */
  address: string | null;
}

/** The roles from the least to the most; each may do all that the one before it may. */
export const roles = ['viewer', 'editor', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

const rank: Record<Role, number> = { viewer: 0, editor: 1, approver: 2, admin: 3 };

/** Whether a role is `needed` or above it. */
export function atLeast(role: Role, needed: Role): boolean {
  return rank[role] >= rank[needed];
}

export type Capability =
  /** See phones, emails and other personal fields unmasked. */
  | 'seePersonal'
  /** Change drafts, fields, metrics. */
  | 'edit'
  | 'import'
  | 'publish'
  | 'run'
  | 'export'
  /** Remove members with everything of theirs; single events are `import`. */
  | 'remove'
  /** Users, API keys, settings, the audit trail. */
  | 'manage';

/** The least role that has a capability. */
export const roleFor: Record<Capability, Role> = {
  edit: 'editor',
  import: 'editor',
  seePersonal: 'approver',
  publish: 'approver',
  run: 'approver',
  export: 'approver',
  remove: 'approver',
  manage: 'admin',
};

export function can(role: Role, capability: Capability): boolean {
  return atLeast(role, roleFor[capability]);
}

export const roleText: Record<Role, LocalText> = {
  viewer: { zh: '查看者', en: 'viewer' },
  editor: { zh: '编辑者', en: 'editor' },
  approver: { zh: '审批者', en: 'approver' },
  admin: { zh: '管理员', en: 'admin' },
};

/** Where a person who has to choose a new password is sent. */
export const CHANGE_PASSWORD_PATH = '/account/password';
/** `?next=` is where to go afterwards. */
export const SIGN_IN_PATH = '/sign-in';
/** `?role=` is the role that the page takes. */
export const NOT_ALLOWED_PATH = '/not-allowed';

export const PASSWORD_MIN_LENGTH = 10;
/** Argon2 takes time by length; nobody types more than this. */
export const PASSWORD_MAX_LENGTH = 200;

export const roleSchema = z.enum(roles);
export const passwordSchema = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);
/** Letters, digits and `. _ - @` of any script: names are typed at sign-in and stand in the audit trail. */
export const userNameSchema = z
  .string()
  .trim()
  .min(2)
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u);

/** A user as the interface sees it. Instants are ISO strings. */
export const userDto = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Signs in with the organisation's identity provider; has no password here. */
  external: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type UserDto = z.infer<typeof userDto>;
export const userListDto = z.object({ users: z.array(userDto) });

/** A new user. Without a password one is generated and shown once. */
export const createUserBody = z.object({
  name: userNameSchema,
  role: roleSchema,
  password: passwordSchema.optional(),
});
export type CreateUserBody = z.infer<typeof createUserBody>;
/** What of a user can be changed. */
export const changeUserBody = z
  .object({ role: roleSchema, disabled: z.boolean() })
  .partial()
  .refine((body) => Object.keys(body).length > 0, {
    params: { zh: '没有要修改的内容', en: 'there is nothing to change' },
  });
export type ChangeUserBody = z.infer<typeof changeUserBody>;
export const changePasswordBody = z.object({
  current: z.string().max(PASSWORD_MAX_LENGTH),
  next: passwordSchema,
});

/** Answer of creating a user or resetting a password: the password is shown this once. */
export const issuedPasswordDto = z.object({ user: userDto, password: z.string() });
export type IssuedPasswordDto = z.infer<typeof issuedPasswordDto>;
/** One's own account. */
export const meDto = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  mustChangePassword: z.boolean(),
});
export type MeDto = z.infer<typeof meDto>;

/** How an actor stands in the audit trail and as an author: names hold no colon, so these don't collide. */
export function actorName(actor: Actor): string {
  return actor.via === 'api-key'
    ? `api-key:${actor.name}`
    : actor.via === 'system'
      ? `system:${actor.name}`
      : actor.name;
}

/** The product itself acting: `schedule`, `cli`, `set-up`. */
export function systemActor(name: string): Actor {
  return { id: `system:${name}`, name, role: 'admin', via: 'system', address: null };
}
