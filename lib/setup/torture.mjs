import { bootstrap } from './bootstrap.mjs';

await bootstrap('lib/setup/torture.ts');
