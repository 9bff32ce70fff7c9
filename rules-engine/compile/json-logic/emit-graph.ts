import type { Diagnostic } from '../../diagnostics/diagnostic';
import { any } from '../../ir/build-predicate';
import type { Predicate } from '../../ir/predicate';
import type { CompiledGraph } from '../compile-graph';
import { Assumptions } from './assume';
import { emitChoice, emitPredicate } from './emit';
import type { JsonLogic } from './json-logic-js';

export type EmittedGraph =
  | { readonly ok: true; readonly jsonLogic: JsonLogic }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * The published artefact. A segment gives true or false; a tag or layering the value of the first output that the member
 * reaches, or null. What can't be compiled or is too big gives diagnostics, never half a rule.
 */
export function emitGraph(compiled: CompiledGraph): EmittedGraph {
  if (!compiled.executable) return { ok: false, diagnostics: unfinished(compiled) };
  const emitted =
    compiled.kind === 'segment'
      ? emitPredicate(any(compiled.outputs.map((output) => output.predicate)))
      : emitChoice(choices(compiled));
  if (emitted.ok) return emitted;
  return {
    ok: false,
    diagnostics: [{ severity: 'error', code: 'too-big', node: null, param: null, message: emitted.message }],
  };
}

/**
 * `if` tries the outputs in turn, so each need only say what the earlier ones leave open: the whole is about as long
 * as the drawing, where the outputs' own predicates would repeat all before them.
 */
function choices(compiled: CompiledGraph): [Predicate, string][] {
  const assumptions = new Assumptions();
  return compiled.outputs.map((output) => {
    const when = assumptions.simplify(output.members);
    assumptions.assume(when, false);
    return [when, output.value];
  });
}

function unfinished({ diagnostics, needs }: CompiledGraph): Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const open = needs.map(
    ({ node }): Diagnostic => ({
      severity: 'error',
      code: 'needs-resolving',
      node,
      param: null,
      message: {
        zh: '取前 N 名的界限还没有算出来。',
        en: 'The bound of the top N has not been worked out yet.',
      },
    }),
  );
  return [...errors, ...open];
}
