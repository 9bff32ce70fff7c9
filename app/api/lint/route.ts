import { lintQuerySchema } from '@/lib/contracts/lint';
import { lintDrawing } from '@/lib/services/lint/lint-drawing';
import { handler } from '../handler';

export const POST = handler(
  { role: 'viewer', scope: 'read:counts', body: lintQuerySchema },
  ({ db, body, signal }) => lintDrawing(db, body, signal),
);
