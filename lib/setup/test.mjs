import { bootstrap } from './bootstrap.mjs';

await bootstrap('lib/setup/test.ts');
