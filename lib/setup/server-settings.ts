import { z } from 'zod';
import { PASSWORD_MIN_LENGTH, passwordSchema } from '@/lib/contracts/people';
import { mirrorSettings } from '@/lib/counting/mirror/mirror-settings';
import type { Environment } from './environment';
import { SetupError, sentenceOf } from './setup-error';

/** What the person who starts the product may choose through the environment. */
export interface ServerSettings {
  readonly port: number;
  /** The address to listen on; 127.0.0.1 unless chosen. */
  readonly host: string;
  readonly databaseName: string;
}

const NAMES: Record<keyof ServerSettings, string> = {
  port: 'PORT',
  host: 'HOST',
  databaseName: 'TAGLOOM_DB',
};

const settingsSchema = z.object({
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'has to be a number')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'has to be between 1 and 65535'),
  host: z.string().regex(/^[\w.:-]+$/, 'has to be an address to listen on, such as 127.0.0.1 or 0.0.0.0'),
  databaseName: z
    .string()
    .regex(/^[\w-]{1,63}$/, 'has to be 1 to 63 letters, digits, hyphens or underscores'),
});

/**
 * Reads PORT, HOST and TAGLOOM_DB, and looks at what the server reads itself. Throws a SetupError that names the one that
 * can't be used.
 */
export function serverSettings(env: Environment = process.env): ServerSettings {
  if (env.TAGLOOM_ADMIN_PASSWORD && !passwordSchema.safeParse(env.TAGLOOM_ADMIN_PASSWORD).success) {
    throw new SetupError(`TAGLOOM_ADMIN_PASSWORD has to have at least ${PASSWORD_MIN_LENGTH} characters.`);
  }
  requireMirrorSettings(env);
  const result = settingsSchema.safeParse({
    port: env.PORT || '3000',
    host: env.HOST || '127.0.0.1',
    databaseName: env.TAGLOOM_DB || 'tagloom',
  });
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const [field] = issue.path;
    const name = Object.entries(NAMES).find(([key]) => key === field)?.[1] ?? String(field);
    return `${name} is ${JSON.stringify(env[name])} and ${issue.message}`;
  });
  throw new SetupError(`${problems.join('; ')}.`);
}

function requireMirrorSettings(env: Environment): void {
  try {
    mirrorSettings(env);
  } catch (error) {
    throw new SetupError(sentenceOf(error));
  }
}

/** The address to open in a browser on this machine. */
export function browserAddress({ host, port }: Pick<ServerSettings, 'host' | 'port'>): string {
  const everywhere: Record<string, string> = {
    '0.0.0.0': 'localhost',
    '::': 'localhost',
    '127.0.0.1': 'localhost',
  };
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}
