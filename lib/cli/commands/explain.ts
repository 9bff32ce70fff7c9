import type { Command } from 'commander';
import { systemActor } from '@/lib/contracts/people';
import { explainMember } from '@/lib/services/explain/explain-member';
import { asOfOption } from '../as-of';
import { readGraphFile } from '../input';
import { answer, say } from '../output';
import { withDatabase } from '../with-database';

interface Options {
  graph: string;
  member: string;
  asOf?: string;
}

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description(
      'Prints why one member is, or is not, in what a graph gives: node by node, condition by condition.',
    )
    .requiredOption('--graph <file>', 'a graph (README: “The graph format”)')
    .requiredOption('--member <id>', 'a member id, or a whole identity of any type')
    .option(
      '--as-of <time>',
      'a day (2026-11-22, meaning its end) or an instant with its zone; now without it',
    )
    .action(({ graph: file, member, asOf: text }: Options) =>
      withDatabase(async (db) => {
        const asOf = new Date(await asOfOption(db, text)).toISOString();
        const explained = await explainMember(db, systemActor('cli'), {
          graph: await readGraphFile(file),
          member,
          asOf,
        });
        for (const { node, param, message } of explained.diagnostics) {
          say(`${[node, param].filter(Boolean).join('.') || 'graph'}: ${message.en}`);
        }
        answer({ member: explained.member.id, output: explained.output, trace: explained.nodes });
      }),
    );
}
