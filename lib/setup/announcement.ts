import type { ProviderName } from './database/provider';
import type { Environment } from './environment';

export interface FirstAdmin {
  readonly name: string;
  readonly password: string;
}

/** What is told once the product runs; `admin` is null when there were users already. */
export function announcement(
  address: string,
  provider: ProviderName,
  admin: FirstAdmin | null,
  env: Environment = process.env,
): string {
  return [
    '',
    `Tagloom is running at ${address} (database: ${provider}); Ctrl-C stops it.`,
    admin ? firstSignIn(admin, env) : 'Sign in with the account of an earlier start.',
    '',
    '',
  ].join('\n');
}

/** A password that was given is not repeated: what is printed may end in a log. */
function firstSignIn({ name, password }: FirstAdmin, env: Environment): string {
  return env.TAGLOOM_ADMIN_PASSWORD
    ? `Sign in as ${name} with the password from TAGLOOM_ADMIN_PASSWORD.`
    : `Sign in as ${name} with the password ${password} (it is shown this once).`;
}
