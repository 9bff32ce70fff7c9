import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Db } from 'mongodb';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { reasonText } from '@/lib/contracts/import-reasons';
import type { Import } from '@/lib/contracts/imports';
import type { LeftOut } from '@/lib/contracts/left-out';
import { systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { findImport } from '@/lib/services/import/records/find-import';
import { listRejects } from '@/lib/services/import/records/rejects';
import { startImport } from '@/lib/services/import/records/start-import';
import { storeUpload } from '@/lib/services/import/uploads/upload-file';
import { finishJob } from '../finish-job';
import { readJsonFile } from '../input';
import { answer, say } from '../output';
import { withDatabase } from '../with-database';

interface Options {
  mapping: string;
  dryRun?: true;
}

const MAPPING_BYTES = 1_048_576;
const SHOWN_REJECTS = 20;

const EXIT_CODES =
  'Exit code: 0 when rows were accepted or are there already, even if others were rejected; 1 when every row was rejected or the import could not start.';

/** `import members` and `import events`. */
export function importCommand(program: Command): void {
  const command = program.command('import').description('Imports members or events from a file');
  for (const kind of ['members', 'events'] as const) {
    command
      .command(kind)
      .description(
        `Imports ${kind} from CSV, TSV, whitespace-separated text, NDJSON, JSON or .xlsx, also as .gz. Importing twice adds nothing.`,
      )
      .argument('<file>', 'the file; one with rejected rows of an earlier import is recognised as such')
      .requiredOption(
        '--mapping <json>',
        'how the columns are read; public/examples/cdnow-mapping.json is one',
      )
      .option('--dry-run', 'read and check the whole file, write no member and no event')
      .addHelpText('after', `\nPrints {read, accepted, duplicates, rejected}. ${EXIT_CODES}`)
      .action((file: string, options: Options) => withDatabase((db) => importFrom(db, kind, file, options)));
  }
}

async function importFrom(db: Db, kind: Import['kind'], file: string, options: Options): Promise<void> {
  const mapping = await readJsonFile(options.mapping, importMappingSchema, MAPPING_BYTES);
  if (mapping.kind !== kind) {
    const why = { zh: `这是 ${mapping.kind} 的映射`, en: `it is a mapping of ${mapping.kind}` };
    throw new Problem('invalid-input', { where: options.mapping, why });
  }
  if (!(await stat(file).catch(() => null))?.isFile()) {
    throw new Problem('invalid-input', {
      where: file,
      why: { zh: '找不到文件', en: 'there is no such file' },
    });
  }
  const upload = await storeUpload(createReadStream(file), path.basename(file));
  const start = { upload: upload.id, name: upload.name, mapping, dryRun: options.dryRun ?? false };
  const { id, job } = await startImport(db, systemActor('cli'), start);
  if (job !== null) await finishJob(db, job);
  const { counts, newMembers, leftOut } = await findImport(db, id);
  if (newMembers > 0) say(`${newMembers} members ${options.dryRun ? 'would be' : 'were'} made.`);
  if (leftOut) sayLeftOut(leftOut);
  if (counts.rejected > 0) await sayRejects(db, id);
  answer(counts);
  if (counts.read > 0 && counts.rejected === counts.read) process.exitCode = 1;
}

function sayLeftOut({ before, after, lines }: LeftOut): void {
  if (before + after === 0) return;
  say(`Left out by the mapping: ${before} lines before the table, ${after} at the end.`);
  for (const { line, text } of lines) say(`line ${line} left out: ${text}`);
}

async function sayRejects(db: Db, id: string): Promise<void> {
  const { rejects, total } = await listRejects(db, id, 0, SHOWN_REJECTS);
  for (const { line, reasons } of rejects) {
    const why = reasons.map(
      (reason) => `${reason.column === null ? '' : `${reason.column}: `}${reasonText(reason, 'en')}`,
    );
    say(`line ${line}: ${why.join(' ')}`);
  }
  if (total > rejects.length) say(`and ${total - rejects.length} more; the import ${id} lists them all.`);
}
