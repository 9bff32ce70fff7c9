import { runMain } from './run-main';
import { serve } from './serve';
import { serveOptions } from './serve-options';

await runMain(() => serve('dev', serveOptions()));
