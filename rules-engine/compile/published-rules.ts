import { lookUp, type SegmentReference } from '../catalogue';
import { type Graph, graph as graphSchema } from '../graph/graph';
import { any } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import type { Text } from '../text';
import type { CompiledGraph, CompiledOutput } from './compile-graph';
import type { Environment, Need, NodeReport } from './environment';
import { unknownLayering } from './subject';

/** Segments that use segments that use segments: deeper than anyone can follow, and than the stack should go. */
const nesting = 20;

type Rule =
  | { readonly ok: true; readonly outputs: readonly CompiledOutput[] }
  | { readonly ok: false; readonly needs: readonly Need[] };

/** The graph that is being compiled, as seen from inside it: how what it refers to is compiled, once each. */
export class PublishedRules {
  private readonly rules = new Map<string, Rule>();

  constructor(
    private readonly environment: Environment,
    private readonly compile: (
      graph: Graph,
      rules: PublishedRules,
      within: readonly string[],
    ) => CompiledGraph,
  ) {}

  /**
   * The rule of the segment where it is published and executable. Null otherwise: with a diagnostic at `param`, or with
   * what its own nodes need to be resolved.
   */
  segment(key: string, param: string, report: NodeReport, within: readonly string[]): Predicate | null {
    const reference = lookUp(this.environment.catalogue.segments, key);
    if (!reference) return report.error('unknown-segment', param, texts.segment.unknown(key));
    const outputs = this.inline('segment', key, reference, param, report, within);
    return outputs && any(outputs.map((output) => output.predicate));
  }

  /** The layers of the layering where it is published and executable, from the first to the fallback. As for a segment. */
  layering(
    key: string,
    param: string,
    report: NodeReport,
    within: readonly string[],
  ): readonly CompiledOutput[] | null {
    const reference = lookUp(this.environment.catalogue.layerings, key);
    if (!reference) return report.error('unknown-layering', param, texts.layering.unknown(key));
    return this.inline('layering', key, reference, param, report, within);
  }

  private inline(
    kind: 'segment' | 'layering',
    key: string,
    { label, graph }: Pick<SegmentReference, 'label' | 'graph'>,
    param: string,
    report: NodeReport,
    within: readonly string[],
  ): readonly CompiledOutput[] | null {
    const place = placeOf(kind, key);
    const words = texts[kind];
    if (within.includes(place)) return report.error('segment-cycle', param, words.cycle(label));
    if (within.length >= nesting) {
      return report.error('too-big', param, {
        zh: `分群套分群最多 ${nesting} 层。`,
        en: `Segments can be nested ${nesting} deep at most.`,
      });
    }
    const rule = this.ruleOf(place, graph, within);
    if (rule.ok) return rule.outputs;
    report.needs.push(...rule.needs.map((need) => ({ ...need, node: report.node })));
    if (rule.needs.length > 0) return null;
    return report.error('segment-not-published', param, words.unpublished(label));
  }

  private ruleOf(place: string, published: unknown, within: readonly string[]): Rule {
    const known = this.rules.get(place);
    if (known) return known;
    const read = graphSchema.safeParse(published);
    const rule: Rule = read.success ? this.compiled(read.data, [...within, place]) : { ok: false, needs: [] };
    this.rules.set(place, rule);
    return rule;
  }

  private compiled(graph: Graph, within: readonly string[]): Rule {
    const compiled = this.compile(graph, this, within);
    if (compiled.executable) return { ok: true, outputs: compiled.outputs };
    const broken = compiled.diagnostics.some(({ severity }) => severity === 'error');
    return { ok: false, needs: broken ? [] : compiled.needs };
  }
}

/** Names what is being compiled inside of what: a segment and a layering may have one key. */
export function placeOf(kind: Graph['kind'], key: string): string {
  return kind === 'layering' ? `layering ${key}` : key;
}

const texts = {
  segment: {
    unknown: (key: string) => ({
      zh: key ? `没有分群“${key}”。` : '请选择分群。',
      en: key ? `There is no segment “${key}”.` : 'Choose a segment.',
    }),
    cycle: ({ zh, en }: Text) => ({
      zh: `分群“${zh}”又引用了自己，请断开这个循环。`,
      en: `The segment “${en}” leads back to itself. Break the circle.`,
    }),
    unpublished: ({ zh, en }: Text) => ({
      zh: `分群“${zh}”还没有可用的发布版本，请先发布它。`,
      en: `The segment “${en}” has no published version that works. Publish it first.`,
    }),
  },
  layering: {
    unknown: unknownLayering,
    cycle: ({ zh, en }: Text) => ({
      zh: `分层“${zh}”又引用了自己，请断开这个循环。`,
      en: `The layering “${en}” leads back to itself. Break the circle.`,
    }),
    unpublished: ({ zh, en }: Text) => ({
      zh: `分层“${zh}”还没有可用的发布版本，请先发布它。`,
      en: `The layering “${en}” has no published version that works. Publish it first.`,
    }),
  },
};
