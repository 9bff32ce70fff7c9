import { workspaceOperations } from '@/lib/contracts/operations/workspace-operations';
import { openApiDocument } from '@/lib/openapi/openapi-document';
import { serve } from '../serve';

/** Open to all, since it says nothing that isn't in the source. */
export const GET = serve(workspaceOperations.openApi, async ({ query }) => ({
  ...openApiDocument(query.locale),
}));
