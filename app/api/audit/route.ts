import { auditQuery } from '@/lib/contracts/audit';
import { listAudit } from '@/lib/services/audit/list-audit';
import { handler } from '../handler';

export const GET = handler({ role: 'admin', query: auditQuery }, ({ db, query }) => listAudit(db, query));
