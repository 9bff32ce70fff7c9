import { idParams } from '@/lib/contracts/id-params';
import { cancelJob } from '@/lib/jobs/control';
import { handler } from '../../../handler';

export const POST = handler({ role: 'editor', params: idParams }, ({ db, actor, params }) =>
  cancelJob(db, actor, params.id),
);
