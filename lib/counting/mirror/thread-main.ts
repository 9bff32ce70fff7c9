import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { connect } from '@/lib/db/connect';
import { dataFolder } from '@/lib/db/data-folder';
import { Mirror } from './mirror';
import { answerRequest } from './mirror-service';

const { uri, budgetBytes } = z.object({ uri: z.string(), budgetBytes: z.number() }).parse(workerData);
const messageSchema = z.object({ id: z.number(), request: z.unknown() });

const { db } = await connect(uri);
const mirror = new Mirror(db, { budgetBytes, folder: await dataFolder('mirror', db.databaseName) });
await mirror.restore();
void mirror.run();

parentPort?.on('message', (message: unknown) => {
  const { id, request } = messageSchema.parse(message);
  answerRequest(mirror, 'thread', request).then(
    (answer) => parentPort?.postMessage({ id, answer }),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  );
});
