import { definitionOperations } from '@/lib/contracts/operations/definition-operations';
import { listTemplates } from '@/lib/services/definitions/templates';
import { serve } from '../../serve';

export const GET = serve(definitionOperations.templates, async ({ db, query: { kind } }) => ({
  templates: await listTemplates(db, kind),
}));
