import path from 'node:path';
import { CHECKOUT } from './paths';

/** Next's own command line, run by Node without npx in between, so that signals reach it. */
export const NEXT_BINARY = path.join(CHECKOUT, 'node_modules', 'next', 'dist', 'bin', 'next');
