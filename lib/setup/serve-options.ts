import { parseArgs } from 'node:util';
import type { Environment } from './environment';
import { SetupError, sentenceOf } from './setup-error';

export interface ServeOptions {
  /** Whether a first start makes demo data. */
  readonly demo: boolean;
}

/** `npm run up -- --no-demo`; npm keeps the option for itself without the two dashes, and then says so here. */
export function serveOptions(args = process.argv.slice(2), env: Environment = process.env): ServeOptions {
  try {
    const { values } = parseArgs({ args, options: { 'no-demo': { type: 'boolean', default: false } } });
    return { demo: !values['no-demo'] && (env.npm_config_demo ?? 'true') === 'true' };
  } catch (error) {
    throw new SetupError(`${sentenceOf(error)}. The one option is --no-demo: start empty.`);
  }
}
