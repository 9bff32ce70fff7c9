import { Problem } from '@/lib/contracts/problem';
import type { DefinitionKind } from '@/lib/db/documents';
import { type Graph, graphLimits } from '@/rules-engine/index';

/** Deeper than any parameter that means something; the database's documents end at about a hundred. */
const depth = 50;

/** Throws `invalid-input` for a draft that can't be kept: of another kind, too big or deep, or with impossible names. */
export function assertStorable(graph: Graph, kind: DefinitionKind): void {
  if (graph.kind !== kind) refuse({ zh: '图的类型不对', en: 'it is a graph of another kind' });
  for (const node of graph.nodes) {
    const why = whyNot(node.params);
    if (why) refuse(why, `graph.nodes.${node.id}`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(graph));
  if (bytes > graphLimits.bytes) throw new Problem('too-large', { limit: `${graphLimits.bytes / 1024} KB` });
}

interface Why {
  zh: string;
  en: string;
}

/** Walks without recursion: what comes in may be nested as deep as its size allows. */
function whyNot(root: unknown): Why | null {
  const open: { value: unknown; level: number }[] = [{ value: root, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, level } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level > depth) return { zh: '嵌套太深', en: 'it is nested too deep' };
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('$') || /[.\0]/.test(key)) {
        return { zh: `参数名“${key}”不可用`, en: `the name “${key}” can't be used` };
      }
      open.push({ value: inner, level: level + 1 });
    }
  }
  return null;
}

function refuse(why: Why, where = 'graph'): never {
  throw new Problem('invalid-input', { where, why });
}
