import { once } from 'node:events';
import type { Command } from 'commander';
import { serveMirror } from '@/lib/counting/mirror/http-server';
import { Mirror } from '@/lib/counting/mirror/mirror';
import { counterSettings } from '@/lib/counting/mirror/mirror-settings';
import { dataFolder } from '@/lib/db/data-folder';
import { SetupError, sentenceOf } from '@/lib/setup/setup-error';
import { say } from '../output';
import { withDatabase } from '../with-database';

export function counterCommand(program: Command): void {
  program
    .command('counter')
    .description('Counts members in memory for servers that ask over HTTP, until it is told to end (Ctrl-C).')
    .option('--port <n>', 'where to listen', Number, 3_002)
    .option('--host <address>', 'on which address', '127.0.0.1')
    .action(({ port, host }: { port: number; host: string }) => {
      const { budgetBytes, secret } = settings();
      return withDatabase(async (db) => {
        const stop = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
        const mirror = new Mirror(db, { budgetBytes, folder: await dataFolder('mirror', db.databaseName) });
        await mirror.restore();
        const server = await serveMirror(mirror, { host, port, secret });
        say(`Counting in memory; servers ask at http://${host}:${port}. Ctrl-C ends it.`);
        const running = mirror.run();
        await once(stop.signal, 'abort');
        server.close();
        server.closeAllConnections();
        mirror.end();
        await running;
      });
    });
}

function settings(): ReturnType<typeof counterSettings> {
  try {
    return counterSettings();
  } catch (error) {
    throw new SetupError(sentenceOf(error));
  }
}
