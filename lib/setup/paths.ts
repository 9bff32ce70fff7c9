import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** Everything that belongs to this checkout and not to git: data, logs, stamps, secrets. */
export const DATA_FOLDER = path.join(CHECKOUT, '.data');
