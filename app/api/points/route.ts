import { pointOperations } from '@/lib/contracts/operations/point-operations';
import { pointsOverview } from '@/lib/services/points/programme';
import { serve } from '../serve';

export const GET = serve(pointOperations.overview, ({ db }) => pointsOverview(db));
