import { workspaceOperations } from '@/lib/contracts/operations/workspace-operations';
import { listAudit } from '@/lib/ground/audit/list-audit';
import { serve } from '../serve';

export const GET = serve(workspaceOperations.audit, ({ db, query }) => listAudit(db, query));
