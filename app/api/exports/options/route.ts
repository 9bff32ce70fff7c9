import { z } from 'zod';
import { exportOptions } from '@/lib/services/exports/export-options';
import { handler } from '../../handler';

const query = z.object({ definition: z.string().max(100) });

export const GET = handler(
  { role: 'approver', scope: 'export', query },
  ({ db, actor, query: { definition } }) => exportOptions(db, actor, definition),
);
