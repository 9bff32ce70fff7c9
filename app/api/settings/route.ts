import { workspaceOperations } from '@/lib/contracts/operations/workspace-operations';
import { changeSettings, getSettings } from '@/lib/ground/settings/settings';
import { serve } from '../serve';

export const GET = serve(workspaceOperations.settings, ({ db }) => getSettings(db));

export const PATCH = serve(workspaceOperations.changeSettings, ({ db, actor, body }) =>
  changeSettings(db, actor, body),
);
