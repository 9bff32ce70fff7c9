import type { EventOperand } from '../graph/condition';
import { type DrawnNode, draw } from '../graph/draw';
import type { Graph } from '../graph/graph';
import type { AggregateFunction } from '../ir/expression';
import { rfmCells, rfmDimensions } from '../nodes/rfm-cells';
import type { Locale } from '../text';
import { grades } from './bands';
import type { RfmChoices } from './choices';
import { faceOf, noEvents, outsideLayer } from './faces';

/** Rows of the drawing between two layers below one another, and where a card stands that feeds all of them. */
const rowStep = 0.85;
const middleOf = (layers: number, above: number) => Math.max(0, (layers * rowStep) / 2 - above);

/** The drawing of the wizard's choices: an ordinary one, with cuts that may still have to be computed. */
export function rfmGraph(choices: RfmChoices, locale: Locale): Graph {
  return choices.mode === 'cells' ? cellsGraph(choices, locale) : scoresGraph(choices, locale);
}

/** R, F or M of the chosen events. */
export function rfmOperand({ events }: RfmChoices, fn: AggregateFunction): EventOperand {
  const { eventType, property, window, where } = events;
  return {
    kind: 'event',
    eventType,
    fn,
    ...(fn === 'sum' ? { property } : {}),
    window,
    ...(where === undefined ? {} : { where }),
  };
}

function cellsGraph(choices: RfmChoices, locale: Locale): Graph {
  const { recency, frequency, monetary } = choices.cuts;
  const cells = rfmCells.map(({ id }) => id);
  const outside = outsideLayer(choices);
  const values = [...cells, ...(outside === null ? [] : [outside])];
  return draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, middleOf(values.length, 0.2)] },
      rfm: {
        type: 'rfm',
        params: {
          subject: rfmOperand(choices, 'sum'),
          recency,
          frequency,
          monetary,
          // Over all time nobody is outside.
          outside: outside === null ? 'together' : 'apart',
        },
        at: [1, middleOf(values.length, 0.85)],
      },
      ...layerNodes(values, choices, locale, 2),
    },
    [
      'all.out → rfm.in',
      ...cells.map((value) => `rfm.${value} → ${value}.in`),
      ...(outside === null ? [] : [`rfm.outside → ${outside}.in`]),
    ],
  );
}

function scoresGraph(choices: RfmChoices, locale: Locale): Graph {
  const bands = choices.bands.map(({ id }) => id);
  const outside = outsideLayer(choices);
  const values = [...bands, ...(outside === null ? [] : [outside])];
  const above = middleOf(values.length, 0.4);
  const drawn = draw(
    'layering',
    {
      all: { type: 'allMembers', at: [0, above] },
      active: activeNode(choices, [1, above]),
      ...(outside === null ? {} : { ever: everNode(choices, [2, above + 1.2]) }),
      score: {
        type: 'score',
        params: {
          terms: rfmDimensions.map(({ fn, better }) => ({
            weight: grades,
            subject: rfmOperand(choices, fn),
            better,
            by: 'quantile',
            groups: grades,
            cuts: null,
          })),
          bands: choices.bands.map(({ id, from }) => ({
            id,
            name: faceOf(id, choices, locale).label[locale],
            from,
          })),
        },
        at: [2, above],
      },
      ...layerNodes(values, choices, locale, 3),
    },
    [
      'all.out → active.in',
      'active.matched → score.in',
      ...bands.map((value) => `score.${value} → ${value}.in`),
      ...(outside === null ? [] : ['active.notMatched → ever.in', `ever.matched → ${outside}.in`]),
    ],
  );
  // Sentences speak of the score by its name.
  const nodes = drawn.nodes.map((node) => (node.id === 'score' ? { ...node, name: 'RFM' } : node));
  return { ...drawn, nodes };
}

/** Grades are those of the members with such events: the others would be most of the lowest fifth. */
function activeNode(choices: RfmChoices, at: DrawnNode['at']): DrawnNode {
  const rows = [{ subject: rfmOperand(choices, 'count'), operator: 'atLeast', value: 1 }];
  return { type: 'condition', params: { mode: 'all', rows }, at };
}

/** Of those who aren't active: who had such an event at another time. */
function everNode(choices: RfmChoices, at: DrawnNode['at']): DrawnNode {
  const subject = { ...rfmOperand(choices, 'count'), window: { kind: 'allTime' } };
  return {
    type: 'condition',
    params: { mode: 'all', rows: [{ subject, operator: 'atLeast', value: 1 }] },
    at,
  };
}

function layerNodes(
  values: readonly string[],
  choices: RfmChoices,
  locale: Locale,
  column: number,
): Record<string, DrawnNode> {
  return Object.fromEntries(
    [...values, noEvents].map((value, row) => {
      const { strategy, ...face } = faceOf(value, choices, locale);
      const type = value === noEvents ? 'fallbackLayer' : 'layer';
      const params = { layer: value, ...face, ...(strategy ? { strategy } : {}) };
      return [value, { type, params, at: [column, row * rowStep] }];
    }),
  );
}

/** Grades of R, F and M, from 1 to 5, the best. */
export interface RfmGrades {
  recency: number;
  frequency: number;
  monetary: number;
}

/**
 * A drawing that only counts: a port for each combination of grades, cut where the drawing of the scores is. Null while
 * its cuts aren't computed.
 */
export function combinationsGraph(choices: RfmChoices, cuts: RfmCuts): Graph {
  const steps = Array.from({ length: grades }, (_, i) => i + 1);
  const parted = (fn: AggregateFunction, own: readonly number[], at: DrawnNode['at']): DrawnNode => ({
    type: 'quantiles',
    params: { subject: rfmOperand(choices, fn), groups: grades, cuts: own },
    at,
  });
  const [recency, frequency, monetary] = rfmDimensions;
  return draw(
    'segment',
    {
      all: { type: 'allMembers', at: [0, 0] },
      active: activeNode(choices, [1, 0]),
      ever: everNode(choices, [2, 1]),
      r: parted(recency.fn, cuts.recency, [2, 0]),
      ...Object.fromEntries(steps.map((r) => [`r${r}`, parted(frequency.fn, cuts.frequency, [3, r])])),
      ...Object.fromEntries(
        steps.flatMap((r) =>
          steps.map((f) => [`r${r}f${f}`, parted(monetary.fn, cuts.monetary, [4, r * grades + f])]),
        ),
      ),
    },
    [
      'all.out → active.in',
      'active.matched → r.in',
      'active.notMatched → ever.in',
      // The lowest number of days since the last one is the best grade.
      ...steps.map((r) => `r.q${grades + 1 - r} → r${r}.in`),
      ...steps.flatMap((r) => steps.map((f) => `r${r}.q${f} → r${r}f${f}.in`)),
    ],
  );
}

/** Where each number is cut into fifths, ascending. */
export type RfmCuts = Record<(typeof rfmDimensions)[number]['param'], readonly number[]>;

/** The cuts of a drawing of scores; null while one of them isn't computed. */
export function scoreCuts(graph: Graph): RfmCuts | null {
  const terms = graph.nodes.find(({ id }) => id === 'score')?.params.terms;
  const [recency, frequency, monetary] = (Array.isArray(terms) ? terms : []).map(cutsOf);
  return recency && frequency && monetary ? { recency, frequency, monetary } : null;
}

function cutsOf(term: unknown): number[] | null {
  const cuts = typeof term === 'object' && term !== null && 'cuts' in term ? term.cuts : null;
  return Array.isArray(cuts) && cuts.every((one) => typeof one === 'number') ? cuts : null;
}

/** The port of a drawing of combinations that has the members with these grades. */
export function combinationPort({ recency, frequency, monetary }: RfmGrades): [node: string, port: string] {
  return [`r${recency}f${frequency}`, `q${monetary}`];
}
