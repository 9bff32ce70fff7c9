import { readMirrorStatus } from '@/lib/counting/mirror/read-status';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer', scope: 'read:counts' }, () => readMirrorStatus());
