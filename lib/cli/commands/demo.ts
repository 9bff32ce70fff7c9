import type { Command } from 'commander';
import { Problem } from '@/lib/contracts/problem';
import { removeDemo } from '@/lib/services/demo/remove-demo';
import { hasAnyData, seedDemo } from '@/lib/services/demo/seed';
import { answer } from '../output';
import { progressPrinter } from '../progress-printer';
import { withDatabase } from '../with-database';

export function demoCommand(program: Command): void {
  const demo = program.command('demo').description('The synthetic members of a retail brand');
  demo
    .command('seed')
    .description(
      'Makes the demo members; the same on every machine. Refused where there are members already.',
    )
    .option('--members <n>', 'how many', Number, 20_000)
    .action(({ members }: { members: number }) =>
      withDatabase(async (db) => {
        if (await hasAnyData(db)) throw new Problem('demo-not-empty');
        await told('making', (onProgress) => seedDemo(db, { members, onProgress }));
        answer({ members });
      }),
    );
  demo
    .command('remove')
    .description('Removes the demo members, their events and what was computed of them.')
    .action(() =>
      withDatabase(async (db) =>
        answer(await told('removing', (onProgress) => removeDemo(db, { onProgress }))),
      ),
    );
}

/** Does something with members, and says meanwhile how far it is. */
async function told<T>(
  phase: string,
  act: (onProgress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const progress = progressPrinter();
  try {
    return await act((done, total) =>
      progress.tell({ phase, done, unit: 'members', share: total === 0 ? null : done / total }),
    );
  } finally {
    progress.end();
  }
}
