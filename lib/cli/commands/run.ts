import type { Command } from 'commander';
import { systemActor } from '@/lib/contracts/people';
import { runById } from '@/lib/services/runs/run-dto';
import { startRun } from '@/lib/services/runs/start-run';
import { asOfOption } from '../as-of';
import { definitionByKey } from '../definition-by-key';
import { finishJob } from '../finish-job';
import { answer } from '../output';
import { withDatabase } from '../with-database';

export function runCommand(program: Command): void {
  program
    .command('run')
    .description('Runs the published version of a tag, segment or layering and prints what changed.')
    .argument('<key>', 'its key; `tag:KEY`, `segment:KEY` or `layering:KEY` where several have it')
    .option(
      '--as-of <time>',
      'a day (2026-11-22, meaning its end) or an instant with its zone; now without it',
    )
    .action((key: string, options: { asOf?: string }) =>
      withDatabase(async (db) => {
        const definition = await definitionByKey(db, key);
        const asOf = await asOfOption(db, options.asOf);
        const { _id, job } = await startRun(db, systemActor('cli'), definition, { asOf, trigger: 'cli' });
        await finishJob(db, job);
        const { state, version, size, counts, entered, left, moved, asOf: at } = await runById(db, _id);
        const { key: ran } = definition;
        answer({ run: _id, key: ran, version, asOf: at, state, size, counts, entered, left, moved });
      }),
    );
}
