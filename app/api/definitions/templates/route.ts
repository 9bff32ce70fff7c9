import { z } from 'zod';
import { definitionKindSchema } from '@/lib/contracts/definition-kind';
import { listTemplates } from '@/lib/services/definitions/templates';
import { handler } from '../../handler';

const query = z.object({ kind: definitionKindSchema.optional() });

export const GET = handler({ role: 'viewer', query }, async ({ db, query: { kind } }) => ({
  templates: await listTemplates(db, kind),
}));
