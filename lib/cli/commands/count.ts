import type { Command } from 'commander';
import { counterOf } from '@/lib/counting/counter-of';
import { prepareGraph } from '@/lib/counting/resolve-needs';
import { asOfOption } from '../as-of';
import { readGraphFile } from '../input';
import { answer, say } from '../output';
import { withDatabase } from '../with-database';

const limitMs = 30 * 60_000;

export function countCommand(program: Command): void {
  program
    .command('count')
    .description('Prints how many members there are at every port of a graph.')
    .requiredOption('--graph <file>', 'a graph (README: “The graph format”)')
    .option(
      '--as-of <time>',
      'a day (2026-11-22, meaning its end) or an instant with its zone; now without it',
    )
    .action(({ graph: file, asOf: text }: { graph: string; asOf?: string }) =>
      withDatabase(async (db) => {
        const asOf = await asOfOption(db, text);
        const compiled = await prepareGraph(db, await readGraphFile(file), asOf, { limitMs });
        for (const { node, param, message } of compiled.diagnostics) {
          say(`${[node, param].filter(Boolean).join('.') || 'graph'}: ${message.en}`);
        }
        const { counts, tookMs } = await counterOf(db).count(compiled.ports, { limitMs });
        answer({
          ports: Object.fromEntries(
            [...counts].map(([port, { n, error }]) => [port, { n, exact: error === null }]),
          ),
          asOf: new Date(asOf).toISOString(),
          tookMs,
        });
        if (!compiled.executable) process.exitCode = 1;
      }),
    );
}
