import type { Command } from 'commander';
import { z } from 'zod';
import { apply, type JsonLogic, logicLimits, readDates } from '@/rules-engine/index';
import { readJsonFile } from '../input';
import { answer, say } from '../output';

const maxDataBytes = 64 * 1024 * 1024;

export function logicCommand(program: Command): void {
  const logic = program.command('logic').description('JSON Logic, without the database');
  logic
    .command('apply')
    .description('Applies a rule to data and prints the result as JSON.')
    .requiredOption('--rule <file>', 'JSON Logic')
    .requiredOption(
      '--data <file>',
      'JSON; for published rules a member document with its `events`, dates as ISO 8601 or {"$date": …}',
    )
    .action(async ({ rule, data }: { rule: string; data: string }) => {
      const logicValue = await readJsonFile(rule, z.custom<JsonLogic>(), logicLimits.bytes * 100);
      const read = readDates(logicValue, await readJsonFile(data, z.unknown(), maxDataBytes));
      const result = read.ok ? apply(logicValue, read.data) : read;
      if (result.ok) answer(result.result ?? null);
      else {
        say(result.message.en);
        process.exitCode = 1;
      }
    });
}
