import { definitionPath } from '@/components/definitions/kind-place';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import type { Import } from '@/lib/contracts/imports';
import type { Run } from '@/lib/contracts/runs';

type Text = { zh: string; en: string };

/** Something that waits for a person, and where to do it. */
export type Task =
  | { kind: 'failed-run'; id: string; label: Text; href: string; at: string; why: Text | null }
  | { kind: 'failed-import'; id: string; name: string; href: string; at: string; why: Text | null }
  | { kind: 'rejected-rows'; id: string; name: string; href: string; at: string; rejected: number }
  | { kind: 'unpublished'; id: string; label: Text; href: string; at: string }
  | { kind: 'never-run'; id: string; label: Text; href: string; at: string };

interface Known {
  definitions: readonly DefinitionSummary[];
  runs: readonly Run[];
  imports: readonly Import[];
}

const urgency: Record<Task['kind'], number> = {
  'failed-run': 0,
  'failed-import': 1,
  'rejected-rows': 2,
  'never-run': 3,
  unpublished: 4,
};

/**
 * What to do next, the most urgent first: what failed and wasn't done over since, rows that were rejected, rules that
 * were published and never run, changes that nobody sees yet.
 */
export function tasksOf({ definitions, runs, imports }: Known): Task[] {
  const tasks: Task[] = [];
  for (const { id, kind, label, state, lastRun, publishedVersion, updatedAt } of definitions) {
    const href = definitionPath(kind, id);
    if (lastRun?.state === 'failed') {
      const why = runs.find((run) => run.id === lastRun.run)?.error?.message ?? null;
      tasks.push({ kind: 'failed-run', id, label, href: `${href}/runs`, at: lastRun.at, why });
    } else if (publishedVersion !== null && lastRun === null) {
      tasks.push({ kind: 'never-run', id, label, href, at: updatedAt });
    }
    if (state === 'changed') tasks.push({ kind: 'unpublished', id, label, href, at: updatedAt });
  }
  for (const one of latestByFile(imports)) {
    const { id, name, createdAt: at, error, counts } = one;
    const href = `/data/imports/${id}`;
    if (one.state === 'failed')
      tasks.push({ kind: 'failed-import', id, name, href, at, why: error?.message ?? null });
    else if (one.state === 'done' && counts.rejected > 0)
      tasks.push({ kind: 'rejected-rows', id, name, href, at, rejected: counts.rejected });
  }
  return tasks.sort((a, b) => urgency[a.kind] - urgency[b.kind] || b.at.localeCompare(a.at));
}

/** Imports newest first: an earlier try of the same file is settled by the later one. Trials don't count. */
function latestByFile(imports: readonly Import[]): Import[] {
  const seen = new Set<string>();
  return imports.filter(({ name, dryRun }) => {
    if (dryRun || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The latest finished run of each definition whose members changed, those that moved most first. */
export function moversOf(runs: readonly Run[]): Run[] {
  const latest = new Map<string, Run>();
  for (const run of runs) {
    if (run.state === 'done' && !latest.has(run.definition)) latest.set(run.definition, run);
  }
  return [...latest.values()].filter((run) => changed(run) > 0).sort((a, b) => movement(b) - movement(a));
}

/** Members who changed as a share of who was in it before and after. */
function movement(run: Run): number {
  return changed(run) / Math.max(1, run.size + run.left);
}

/**
 * In a layering almost nobody comes or goes: they change layers. Its first run moves nobody: everybody comes from nowhere
 * then, which would stand above all else.
 */
function changed({ kind, size, entered, left, moved }: Run): number {
  const isFirst = kind === 'layering' && entered === size;
  return isFirst ? 0 : entered + left + moved;
}
