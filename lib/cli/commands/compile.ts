import type { Command } from 'commander';
import { prepareGraph } from '@/lib/counting/resolve-needs';
import { emitGraph, graphSentence, plainSentence, rule, selectMembers } from '@/rules-engine/index';
import { asOfOption } from '../as-of';
import { readGraphFile } from '../input';
import { answer } from '../output';
import { withDatabase } from '../with-database';

export function compileCommand(program: Command): void {
  program
    .command('compile')
    .description('Prints a graph as JSON Logic, as aggregation stages on `members`, and as a sentence.')
    .requiredOption('--graph <file>', 'a graph (README: “The graph format”)')
    .option('--as-of <time>', 'what relative dates are measured from; now without it')
    .action(({ graph: file, asOf }: { graph: string; asOf?: string }) =>
      withDatabase(async (db) => {
        const graph = await readGraphFile(file);
        const compiled = await prepareGraph(db, graph, await asOfOption(db, asOf));
        const emitted = emitGraph(compiled);
        const members = rule.any(compiled.outputs.map((output) => output.predicate));
        answer({
          jsonLogic: emitted.ok ? emitted.jsonLogic : null,
          pipeline: compiled.executable ? selectMembers(members) : null,
          sentence: plainSentence(graphSentence(graph, compiled)),
          diagnostics: emitted.ok
            ? compiled.diagnostics
            : [...new Set([...compiled.diagnostics, ...emitted.diagnostics])],
        });
        if (!emitted.ok) process.exitCode = 1;
      }),
    );
}
