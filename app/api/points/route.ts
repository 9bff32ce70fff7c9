import { pointsOverview } from '@/lib/services/points/programme';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer' }, ({ db }) => pointsOverview(db));
