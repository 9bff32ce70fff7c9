import { changeSettingsBody } from '@/lib/contracts/settings';
import { changeSettings, getSettings } from '@/lib/services/settings/settings';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer' }, ({ db }) => getSettings(db));

export const PATCH = handler({ role: 'admin', body: changeSettingsBody }, ({ db, actor, body }) =>
  changeSettings(db, actor, body),
);
