import type { Db } from 'mongodb';
import type { LocalText } from '@/lib/contracts/local-text';
import type { TaskPointRule } from '@/lib/contracts/points';
import { Problem, problemText } from '@/lib/contracts/problem';
import { prepareExecutable } from '@/lib/counting/resolve-needs';
import { collection } from '@/lib/db/collections';
import type { Assignment } from '@/lib/members/assignment';
import { classify } from '@/lib/services/runs/classify';
import { loadEnvironment } from '@/lib/workspace/environment';
import { ownerOf } from '@/lib/workspace/graph-owner';
import { compileEventRule } from './compile-event-rule';
import type { EventRule, TaskRule } from './read-due';

/** The rules that give points, ready to be counted. One that can't be is left out and says why on its page. */
export async function preparedRules(
  db: Db,
  now: Date,
  signal?: AbortSignal,
): Promise<{ events: EventRule[]; tasks: TaskRule[] }> {
  const rules = await collection(db, 'pointRules')
    .find({ active: true })
    .sort({ createdAt: 1, _id: 1 })
    .toArray();
  const workspace = await loadEnvironment(db);
  const events: EventRule[] = [];
  const tasks: TaskRule[] = [];
  for (const { _id: id, rule, problem: before } of rules) {
    const problem = await problemOf(async () => {
      if (rule.kind === 'event') {
        events.push({ id, rule, compiled: compileEventRule(rule, workspace, now.getTime()) });
      } else {
        tasks.push({ id, rule, done: await whoIsIn(db, rule, now, signal) });
      }
    });
    if (problem !== null || before !== null) {
      await collection(db, 'pointRules').updateOne({ _id: id }, { $set: { problem } });
    }
  }
  return { events, tasks };
}

async function problemOf(work: () => Promise<void>): Promise<LocalText | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const text = (locale: 'zh' | 'en') => problemText(error.code, error.params, locale);
    return { zh: text('zh'), en: text('en') };
  }
}

/** The members of the published segment by `ord`. Throws `not-found`, `not-executable`. */
async function whoIsIn(
  db: Db,
  { segment }: TaskPointRule,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<Assignment> {
  const { graph, owner } = await publishedSegment(db, segment);
  const compiled = await prepareExecutable(db, graph, now.getTime(), { signal, owner });
  return classify(db, compiled.outputs, { signal });
}

/** The published version of a segment by its key. Throws `not-found` when there is none. */
export async function publishedSegment(db: Db, key: string) {
  const definition = await collection(db, 'definitions').findOne({ kind: 'segment', key, archivedAt: null });
  const version =
    definition && definition.publishedVersion !== null
      ? await collection(db, 'versions').findOne({
          definition: definition._id,
          version: definition.publishedVersion,
        })
      : null;
  if (definition && version) return { graph: version.graph, owner: ownerOf(definition) };
  throw new Problem('not-found', {
    what: { zh: `已发布的分群“${key}”`, en: `The published segment ${key}` },
  });
}
