import { idParams } from '@/lib/contracts/id-params';
import { exportById, toExports } from '@/lib/services/exports/export-dto';
import { handler } from '../../handler';

export const GET = handler(
  { role: 'approver', scope: 'export', params: idParams },
  async ({ db, params }) => {
    const [entry] = await toExports(db, [await exportById(db, params.id)]);
    return { export: entry };
  },
);
