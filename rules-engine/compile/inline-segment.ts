import { lookUp } from '../catalogue';
import { type Graph, graph as graphSchema } from '../graph/graph';
import { any } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import type { CompiledGraph } from './compile-graph';
import type { Environment, Need, NodeReport } from './environment';

/** Segments that use segments that use segments: deeper than anyone can follow, and than the stack should go. */
const nesting = 20;

type Rule =
  | { readonly ok: true; readonly predicate: Predicate }
  | { readonly ok: false; readonly needs: readonly Need[] };

/** The graph that is being compiled, as seen from inside it: how its segments are compiled, once each. */
export class SegmentRules {
  private readonly rules = new Map<string, Rule>();

  constructor(
    private readonly environment: Environment,
    private readonly compile: (graph: Graph, rules: SegmentRules, within: readonly string[]) => CompiledGraph,
  ) {}

  /**
   * The rule of the segment where it is published and executable. Null otherwise: with a diagnostic at `param`, or with
   * what its own nodes need to be resolved.
   */
  inline(key: string, param: string, report: NodeReport, within: readonly string[]): Predicate | null {
    const segment = lookUp(this.environment.catalogue.segments, key);
    if (!segment) {
      return report.error('unknown-segment', param, {
        zh: key ? `没有分群“${key}”。` : '请选择分群。',
        en: key ? `There is no segment “${key}”.` : 'Choose a segment.',
      });
    }
    const { label } = segment;
    if (within.includes(key)) {
      return report.error('segment-cycle', param, {
        zh: `分群“${label.zh}”又引用了自己，请断开这个循环。`,
        en: `The segment “${label.en}” leads back to itself. Break the circle.`,
      });
    }
    if (within.length >= nesting) {
      return report.error('too-big', param, {
        zh: `分群套分群最多 ${nesting} 层。`,
        en: `Segments can be nested ${nesting} deep at most.`,
      });
    }
    const rule = this.ruleOf(key, segment.graph, within);
    if (rule.ok) return rule.predicate;
    report.needs.push(...rule.needs.map((need) => ({ ...need, node: report.node })));
    if (rule.needs.length > 0) return null;
    return report.error('segment-not-published', param, {
      zh: `分群“${label.zh}”还没有可用的发布版本，请先发布它。`,
      en: `The segment “${label.en}” has no published version that works. Publish it first.`,
    });
  }

  private ruleOf(key: string, published: unknown, within: readonly string[]): Rule {
    const known = this.rules.get(key);
    if (known) return known;
    const read = graphSchema.safeParse(published);
    const rule: Rule = read.success ? this.compiled(read.data, [...within, key]) : { ok: false, needs: [] };
    this.rules.set(key, rule);
    return rule;
  }

  private compiled(graph: Graph, within: readonly string[]): Rule {
    const compiled = this.compile(graph, this, within);
    if (compiled.executable)
      return { ok: true, predicate: any(compiled.outputs.map((output) => output.predicate)) };
    const broken = compiled.diagnostics.some(({ severity }) => severity === 'error');
    return { ok: false, needs: broken ? [] : compiled.needs };
  }
}
