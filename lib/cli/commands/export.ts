import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { givesValues } from '@/lib/contracts/definition-kind';
import type { ExportFormat } from '@/lib/contracts/exports';
import { systemActor } from '@/lib/contracts/people';
import { exportById } from '@/lib/services/exports/export-dto';
import { exportFolder } from '@/lib/services/exports/export-folder';
import { startExport } from '@/lib/services/exports/start-export';
import { definitionByKey, KEY_ARGUMENT } from '../definition-by-key';
import { finishJob } from '../finish-job';
import { answer } from '../output';
import { withDatabase } from '../with-database';

interface Options {
  format: ExportFormat;
  out: string;
  columns: string;
  asOf?: string;
  masked?: true;
  consent?: string;
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('Exports the members of a published tag, segment or layering to a file with a manifest.')
    .argument('<key>', KEY_ARGUMENT)
    .addOption(new Option('--format <format>').choices(['csv', 'ndjson']).default('csv'))
    .requiredOption('--out <dir>', 'folder for the file and its manifest.json')
    .option(
      '--columns <paths>',
      'comma-separated: id, value, identities.phone, attrs.city, metrics.x, tags',
      'id,value',
    )
    .option('--as-of <time>', 'without it the as-of of the last run of this version')
    .option('--consent <channel:purpose>', 'only members who agreed: sms:marketing')
    .option('--masked', 'hide personal data')
    .action((key: string, options: Options) =>
      withDatabase(async (db) => {
        const definition = await definitionByKey(db, key);
        const [channel, purpose] = options.consent?.split(':') ?? [];
        const request = {
          definition: definition._id,
          format: options.format,
          columns: options.columns
            .split(',')
            .filter((column) => column !== 'value' || givesValues(definition.kind)),
          values: null,
          masked: options.masked ?? false,
          consent: channel && purpose ? { channel, purpose } : null,
          ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
        };
        const { _id, job } = await startExport(db, systemActor('cli'), request, false);
        await finishJob(db, job);
        const done = await exportById(db, _id);
        const { file, audience, rows, withheld, bytes, sha256 } = done;
        if (file === null) throw new Error(`The export ${_id} ended without a file.`);
        const from = await exportFolder(done);
        const out = path.resolve(options.out);
        await mkdir(out, { recursive: true });
        await copyFile(path.join(from, file), path.join(out, file));
        await copyFile(path.join(from, 'manifest.json'), path.join(out, `${file}.manifest.json`));
        answer({ file: path.join(out, file), audience, rows, withheld, bytes, sha256 });
      }),
    );
}
