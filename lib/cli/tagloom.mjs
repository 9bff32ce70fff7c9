import { bootstrap } from '../setup/bootstrap.mjs';

// npm moves to the checkout; the paths that were typed are meant from where they were typed.
if (process.env.npm_lifecycle_event === 'tagloom' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);

await bootstrap('lib/cli/main.ts');
