import { z } from 'zod';

/** How counting in memory is set up, by the environment. */
export type MirrorSettings =
  | { readonly where: 'off' }
  | { readonly where: 'thread'; readonly budgetBytes: number }
  | { readonly where: 'process'; readonly url: string; readonly secret: string };

const megabyte = 2 ** 20;
export const shortestSecret = 16;

/** Variables by name, with what is wrong when one can't be used. */
const variables = z.object({
  TAGLOOM_MIRROR: z.enum(['on', 'off'], 'has to be on or off'),
  TAGLOOM_MIRROR_MB: z
    .string()
    .regex(/^\d{1,6}$/, 'has to be a number of megabytes')
    .transform(Number)
    .refine((megabytes) => megabytes >= 16, 'has to be 16 or more megabytes'),
  TAGLOOM_COUNTER_URL: z.union([z.literal(''), z.url('has to be an address such as http://127.0.0.1:3002')]),
  TAGLOOM_COUNTER_SECRET: z.union([
    z.literal(''),
    z.string().min(shortestSecret, `has to have at least ${shortestSecret} characters`),
  ]),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws an Error with a sentence that names the variable that can't be used. */
export function mirrorSettings(env: Environment = process.env): MirrorSettings {
  const read = readVariables(env);
  if (read.TAGLOOM_MIRROR === 'off') return { where: 'off' };
  if (read.TAGLOOM_COUNTER_URL === '') return { where: 'thread', budgetBytes: budgetOf(read) };
  if (read.TAGLOOM_COUNTER_SECRET === '')
    throw new Error(
      'TAGLOOM_COUNTER_URL is set, so TAGLOOM_COUNTER_SECRET has to be, as for the counter itself.',
    );
  return { where: 'process', url: read.TAGLOOM_COUNTER_URL, secret: read.TAGLOOM_COUNTER_SECRET };
}

/** What `tagloom counter` itself needs. Throws as above. */
export function counterSettings(env: Environment = process.env): { budgetBytes: number; secret: string } {
  const read = readVariables(env);
  if (read.TAGLOOM_COUNTER_SECRET === '')
    throw new Error('TAGLOOM_COUNTER_SECRET has to be set, to the same as for the servers that ask.');
  return { budgetBytes: budgetOf(read), secret: read.TAGLOOM_COUNTER_SECRET };
}

function readVariables(env: Environment): z.output<typeof variables> {
  const result = variables.safeParse({
    TAGLOOM_MIRROR: env.TAGLOOM_MIRROR || 'on',
    TAGLOOM_MIRROR_MB: env.TAGLOOM_MIRROR_MB || '1024',
    TAGLOOM_COUNTER_URL: env.TAGLOOM_COUNTER_URL ?? '',
    TAGLOOM_COUNTER_SECRET: env.TAGLOOM_COUNTER_SECRET ?? '',
  });
  if (result.success) return result.data;
  throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '));
}

function budgetOf({ TAGLOOM_MIRROR_MB: megabytes }: z.output<typeof variables>): number {
  return megabytes * megabyte;
}
