import { idParams } from '@/lib/contracts/id-params';
import { runById } from '@/lib/services/runs/run-dto';
import { handler } from '../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  run: await runById(db, params.id),
}));
