import { Command } from 'commander';
import { compileCommand } from './commands/compile';
import { countCommand } from './commands/count';
import { counterCommand } from './commands/counter';
import { demoCommand } from './commands/demo';
import { doctorCommand } from './commands/doctor';
import { explainCommand } from './commands/explain';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { logicCommand } from './commands/logic';
import { pointsCommand } from './commands/points';
import { publishCommand } from './commands/publish';
import { runCommand } from './commands/run';
import { workerCommand } from './commands/worker';
import { fail } from './output';

const program = new Command('tagloom')
  .description('Rules and tags of member programmes. Answers are JSON on stdout, sentences go to stderr.')
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true });

const commands = [
  importCommand,
  compileCommand,
  countCommand,
  explainCommand,
  publishCommand,
  runCommand,
  exportCommand,
  pointsCommand,
  logicCommand,
  demoCommand,
  doctorCommand,
  workerCommand,
  counterCommand,
];
for (const add of commands) add(program);

await program.parseAsync().catch(fail);
