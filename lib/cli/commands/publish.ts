import type { Command } from 'commander';
import type { Db } from 'mongodb';
import { keySchema } from '@/lib/contracts/catalogue';
import type { Definition } from '@/lib/contracts/definitions';
import { systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { keepAsOf } from '@/lib/services/definitions/keep-as-of';
import { type Saved, saveDraft } from '@/lib/services/definitions/save-draft';
import { publish } from '@/lib/services/versions/publish';
import type { Graph } from '@/rules-engine/index';
import { asOfOption } from '../as-of';
import { definitionByKey, KEY_ARGUMENT, kindAndKey } from '../definition-by-key';
import { readGraphFile } from '../input';
import { answer } from '../output';
import { withDatabase } from '../with-database';

const actor = systemActor('cli');

interface Options {
  graph?: string;
  label?: string;
  note: string;
  asOf?: string;
}

export function publishCommand(program: Command): void {
  program
    .command('publish')
    .description(
      'Publishes the draft of a tag, segment or layering; with --graph, that graph, as a new one where KEY is free.',
    )
    .argument('<key>', KEY_ARGUMENT)
    .option('--graph <file>', 'take this graph for the draft first')
    .option('--label <text>', 'what a new one is called; its key without it')
    .option('--note <text>', 'what changed, for the history', '')
    .option(
      '--as-of <time>',
      'as of when to count who enters and who leaves; now without it. The editor opens as of then',
    )
    .action((key: string, { graph: file, label, note, asOf }: Options) =>
      withDatabase(async (db) => {
        const graph = file === undefined ? null : await readGraphFile(file);
        const { id, revision } = graph ? await withDraft(db, key, label, graph) : await stored(db, key);
        const at = await asOfOption(db, asOf);
        if (asOf !== undefined) await keepAsOf(db, id, asOf);
        const { definition, version } = saved(await publish(db, actor, id, { revision, note }, at));
        const { version: number, sentence, size, entered, left } = version;
        answer({
          id,
          kind: definition.kind,
          key: definition.key,
          version: number,
          sentence,
          size,
          entered,
          left,
        });
      }),
    );
}

type Draft = Pick<Definition, 'id' | 'revision'>;

async function stored(db: Db, key: string): Promise<Draft> {
  const { _id: id, revision } = await definitionByKey(db, key);
  return { id, revision };
}

/** The definition with the graph as its draft; made when there is none of the graph's kind under the key. */
async function withDraft(db: Db, text: string, label: string | undefined, graph: Graph): Promise<Draft> {
  const { kind, key } = kindAndKey(text);
  if (kind !== null && kind !== graph.kind) {
    const why = {
      zh: `这里写的是 ${kind}，文件里的图却是 ${graph.kind}`,
      en: `it says ${kind}, but the graph in the file is of kind ${graph.kind}`,
    };
    throw new Problem('invalid-input', { where: 'KEY', why });
  }
  const found: DefinitionDoc | null = await collection(db, 'definitions').findOne({ kind: graph.kind, key });
  const { id, revision } = found
    ? { id: found._id, revision: found.revision }
    : await create(db, key, label, graph);
  const draft = saved(await saveDraft(db, actor, id, { revision, graph }));
  return { id, revision: draft.revision };
}

function create(db: Db, key: string, label: string | undefined, { kind }: Graph): Promise<Definition> {
  if (!keySchema.safeParse(key).success) {
    const why = {
      zh: '以小写字母开头，只含字母、数字和下划线',
      en: 'a small letter first, then letters, digits and _',
    };
    throw new Problem('invalid-input', { where: 'KEY', why });
  }
  return createDefinition(db, actor, { kind, key, label: { zh: label ?? key, en: label ?? key } });
}

function saved<T>(result: Saved<T>): T {
  if (result.ok) return result.value;
  throw new Problem('revision-conflict', { by: result.definition.updatedBy });
}
