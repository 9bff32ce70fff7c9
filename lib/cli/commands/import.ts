import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Db } from 'mongodb';
import { type ImportMapping, importMappingSchema } from '@/lib/contracts/import-mapping';
import type { ImportMerge } from '@/lib/contracts/import-merges';
import { reasonText } from '@/lib/contracts/import-reasons';
import type { Import } from '@/lib/contracts/imports';
import { systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { findImport } from '@/lib/services/import/records/find-import';
import { listMerges } from '@/lib/services/import/records/merges';
import { listRejects } from '@/lib/services/import/records/rejects';
import { startImport } from '@/lib/services/import/records/start-import';
import { storeUpload } from '@/lib/services/import/uploads/upload-file';
import { finishJob } from '../finish-job';
import { readJsonFile } from '../input';
import { answer, say } from '../output';
import type { Standing } from '../progress-meter';
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
        `Imports ${kind} from CSV, TSV, whitespace-separated text or NDJSON. Importing twice adds nothing.`,
      )
      .argument('<file>', 'the file; one with rejected rows of an earlier import is recognised as such')
      .requiredOption(
        '--mapping <json>',
        'how the columns are read; public/examples/cdnow-mapping.json is one',
      )
      .option('--dry-run', 'read and check the whole file, write no member and no event')
      .addHelpText('after', `\nPrints {read, accepted, duplicates, rejected, changed, merged}. ${EXIT_CODES}`)
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
  if (job !== null) await finishJob(db, job, () => rowsRead(db, id));
  const { counts, newMembers, changed = 0, merged = 0 } = await findImport(db, id);
  if (newMembers > 0) say(`${newMembers} members ${options.dryRun ? 'would be' : 'were'} made.`);
  if (changed > 0) sayChanged(changed, mapping);
  if (merged > 0) await sayMerges(db, id, options.dryRun ?? false);
  if (counts.rejected > 0) await sayRejects(db, id);
  answer({ ...counts, changed, merged });
  if (counts.read > 0 && counts.rejected === counts.read) process.exitCode = 1;
}

function sayChanged(changed: number, mapping: ImportMapping): void {
  const stay =
    mapping.kind === 'events' && mapping.changed === 'replace' ? 'are replaced' : 'stay as they are';
  say(`${changed} of them say something else than the events that are stored, which ${stay}.`);
}

async function sayMerges(db: Db, id: string, isDry: boolean): Promise<void> {
  const { merges, total } = await listMerges(db, id, { after: '', limit: SHOWN_REJECTS });
  const shown = ({ type, value }: ImportMerge['added']) => `${type} ${value}`;
  for (const { line, added, shared, others } of merges) {
    const join = isDry ? 'would join' : 'joined';
    say(`line ${line}: ${shown(added)} ${join} ${others.map(shown).join(', ')} by ${shown(shared)}`);
  }
  if (total > merges.length) say(`and ${total - merges.length} more; the import ${id} lists them all.`);
}

/** How far an import is: its job counts bytes, people count rows. */
async function rowsRead(db: Db, id: string): Promise<Standing> {
  const { state, counts, progress } = await findImport(db, id);
  return {
    phase: state === 'running' ? 'importing' : state,
    done: counts.read,
    unit: 'rows',
    share: progress,
  };
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
