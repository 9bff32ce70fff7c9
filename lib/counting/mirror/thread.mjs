// The first file of the thread that counts. Plain JavaScript that is never bundled: it stands beside its TypeScript in
// the checkout, in production as in development, and brings the loader for it.
import { register } from 'tsx/esm/api';

register();
await import('./thread-main.ts');
