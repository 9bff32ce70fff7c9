import { type APIRequestContext, expect, request } from '@playwright/test';
import { z } from 'zod';
import { ADMIN } from './run-settings';

export type Role = 'viewer' | 'editor' | 'approver' | 'admin';
export type Session = Awaited<ReturnType<APIRequestContext['storageState']>>;

const csrfSchema = z.object({ csrfToken: z.string() });
const userSchema = z.object({ user: z.object({ id: z.string(), name: z.string() }) });
const userListSchema = z.object({ users: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Nobody is signed in. */
export const NO_SESSION: Session = { cookies: [], origins: [] };

/** Somebody who can sign in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly password: string;
}

/** The people of the workspace: one of each role, made when first asked for, with the session of each. */
export class People {
  private readonly sessions = new Map<Role, Promise<Session>>();
  private made = 0;

  constructor(readonly address: string) {}

  /** Cookies of a person with this role, for a browser or for requests. */
  session(role: Role): Promise<Session> {
    const known = this.sessions.get(role);
    if (known) return known;
    const session = this.newSession(role);
    this.sessions.set(role, session);
    return session;
  }

  private async newSession(role: Role): Promise<Session> {
    return this.signIn(role === 'admin' ? { id: 'first-admin', ...ADMIN } : await this.create(role));
  }

  /** A new person of this role, who has chosen a password already. */
  async create(role: Role): Promise<Person> {
    this.made += 1;
    const name = `${role}.${process.pid}.${this.made}`;
    const given = 'given by the admin';
    const password = 'chosen by themselves';
    const admin = await this.requests('admin');
    const created = await admin.post('/api/users', { data: { name, role, password: given } });
    await expect(created, `user ${name}`).toBeOK();
    const { user } = userSchema.parse(await created.json());
    await admin.dispose();
    const own = await request.newContext({
      baseURL: this.address,
      storageState: await this.signIn({ ...user, password: given }),
    });
    const data = { current: given, next: password };
    await expect(await own.post('/api/users/me/password', { data }), `password of ${name}`).toBeOK();
    await own.dispose();
    return { ...user, password };
  }

  /** Signs in without a browser. */
  async signIn({ name, password }: Person): Promise<Session> {
    const context = await request.newContext({ baseURL: this.address });
    const { csrfToken } = csrfSchema.parse(await (await context.get('/api/auth/csrf')).json());
    await context.post('/api/auth/callback/credentials', {
      form: { csrfToken, name, password, json: 'true' },
    });
    await expect(await context.get('/api/users/me'), `signing in as ${name}`).toBeOK();
    const session = await context.storageState();
    await context.dispose();
    return session;
  }

  /** Ends every session of a person, as an admin does who signs them out everywhere. */
  async endSessions(name: string): Promise<void> {
    const admin = await this.requests('admin');
    const { users } = userListSchema.parse(await (await admin.get('/api/users')).json());
    const user = users.find((candidate) => candidate.name === name);
    expect(user, `user ${name}`).toBeDefined();
    await expect(await admin.post(`/api/users/${user?.id}/end-sessions`)).toBeOK();
    await admin.dispose();
  }

  /** Requests in the name of somebody with this role; dispose of it when done. */
  async requests(role: Role): Promise<APIRequestContext> {
    return request.newContext({ baseURL: this.address, storageState: await this.session(role) });
  }
}
