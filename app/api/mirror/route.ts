import { countOperations } from '@/lib/contracts/operations/count-operations';
import { readMirrorStatus } from '@/lib/counting/mirror/read-status';
import { serve } from '../serve';

export const GET = serve(countOperations.mirror, () => readMirrorStatus());
