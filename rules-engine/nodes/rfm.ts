import { z } from 'zod';
import { compileTest } from '../compile/condition';
import { isNumericSubject, type NumericSubject, resolveEvent, type Walk } from '../compile/subject';
import { warnOfHidden } from '../compile/window-cuts';
import { paramPath, readParam } from '../diagnostics/param-issue';
import { type EventOperand, eventOperand } from '../graph/condition';
import { all, not, present } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import { didNot } from '../operators/did-not';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { type CompiledCut, compileCut, cut } from './cut';
import { defineNode, type Port, type PortPhrase } from './node';
import { rfmCells, rfmDimensions } from './rfm-cells';

export const rfm = defineNode({
  type: 'rfm',
  parts: true,
  kinds: ['tag', 'segment', 'layering'],
  group: 'conditions',
  icon: 'grid-3x3',
  label: { zh: 'RFM 八分', en: 'RFM cells' },
  help: {
    zh: '按最近一次（R）、次数（F）、金额（M）各分两档，把会员分到 8 格。分界值可以取均值、中位数、分位数，算好存下，不会自己变；也可以自己填。时间范围内没有这个行为的会员不进八格：以前有过的走“期间外有过”，一次也没有过的走“从来没有”，两种人要做的事不一样。',
    en: 'Parts the members over eight cells by how recent (R), how often (F) and how much (M). A cut is the mean, the median or a quantile, computed when you ask for it and stored, so it doesn’t move by itself; or a number you enter. Those without such an event in the window are in no cell: who had one at another time leaves by “Outside the window”, who never had one by “Never”, since different things are done with them.',
  },
  params: z.strictObject({
    /** The sum of an amount over events in a window: what M is. R and F are of the same events. */
    subject: z.unknown(),
    recency: cut,
    frequency: cut,
    monetary: cut,
    /**
     * Whether those with such events outside the window only have a port of their own. Older drawings don't say: there they
     * leave by `empty`, with those who never had any.
     */
    outside: z.enum(['apart', 'together']).optional(),
  }),
  initial: {
    recency: { by: 'median', value: null, ties: 'worse' },
    frequency: { by: 'mean', value: null, ties: 'worse' },
    monetary: { by: 'mean', value: null, ties: 'worse' },
    outside: 'apart',
  },
  form: [
    { param: 'subject', input: 'subject', label: { zh: 'M：金额合计', en: 'M: total amount' } },
    { param: 'recency', input: 'cut', label: { zh: 'R：远近', en: 'R: near or far' } },
    { param: 'frequency', input: 'cut', label: { zh: 'F：次数高低', en: 'F: often or rarely' } },
    { param: 'monetary', input: 'cut', label: { zh: 'M：金额高低', en: 'M: much or little' } },
    {
      param: 'outside',
      input: 'choice',
      label: { zh: '只在时间范围外有过的', en: 'With such events outside the window only' },
      options: [
        { value: 'apart', label: { zh: '单独一格', en: 'On their own' } },
        { value: 'together', label: { zh: '和从来没有的一起', en: 'With those who never had any' } },
      ],
    },
  ],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: ({ outside }) => [
    ...rfmCells.map(({ id, label }) => ({ id, label })),
    ...(outside === 'apart' ? [outsidePort, neverPort] : [emptyPort]),
  ],
  compile(params, { in: incoming }, walk) {
    const subjects = rfmSubjects(params.subject, walk);
    if (!subjects) return null;
    const some = present(subjects.recency.value);
    const members = incoming && all([incoming, some]);
    warnOfHidden(subjects.recency, 'subject.window', walk.environment, walk.report, some);
    const absent = withoutEvents(params.outside, subjects, incoming, walk);
    const compiled = rfmDimensions.map(({ param, better }) =>
      compileCut(params[param], param, subjects[param], better, members, walk),
    );
    const cuts = compiled.filter((one) => one !== null);
    if (cuts.length < compiled.length || !incoming || !absent) return null;
    return {
      outputs: {
        ...Object.fromEntries(
          rfmCells.map(({ id, sides }) => [id, all([incoming, some, ...sidesOf(cuts, sides)])]),
        ),
        ...absent.sets,
      },
      phrases: {
        ...Object.fromEntries(rfmCells.map(({ id, sides }) => [id, phrase(cuts, sides)])),
        ...absent.phrases,
      },
      summary: joined(cuts.map(({ told }) => told.better)),
    };
  },
  examples: [
    {
      subject: {
        kind: 'event',
        eventType: 'order',
        fn: 'sum',
        property: 'props.amount',
        window: { kind: 'last', n: 365, unit: 'days' },
      },
      recency: { by: 'median', value: 60, ties: 'worse' },
      frequency: { by: 'number', value: 3, ties: 'better' },
      monetary: { by: 'quantile', share: 0.8, value: 50_000, ties: 'worse' },
      outside: 'apart',
    },
  ],
});

const emptyPort: Port = { id: 'empty', label: { zh: '时间范围内没有', en: 'None in the window' } };
const neverPort: Port = { id: 'empty', label: { zh: '从来没有', en: 'Never' } };
const outsidePort: Port = { id: 'outside', label: { zh: '只在时间范围外有过', en: 'Outside the window' } };

/** Who is in no cell: those without such an event in the window, by whether they ever had one. */
function withoutEvents(
  outside: 'apart' | 'together' | undefined,
  { recency, ever }: Subjects,
  incoming: Predicate | undefined,
  walk: Walk,
): { sets: Record<string, Predicate>; phrases: Record<string, PortPhrase> } | null {
  if (!incoming) return null;
  const none = all([incoming, not(present(recency.value))]);
  const isEmpty = { zh: spaced`${recency.label.zh}为空`, en: `${recency.label.en} is empty` };
  const phrase = (text: Text): PortPhrase => ({ text, joined: null });
  if (outside !== 'apart')
    return { sets: { [emptyPort.id]: none }, phrases: { [emptyPort.id]: phrase(isEmpty) } };
  const never = compileTest(
    { subject: ever, operator: didNot.id },
    { row: 'outside', subject: 'subject', operator: 'outside', value: 'outside' },
    walk,
  );
  if (!never) return null;
  return {
    sets: {
      [outsidePort.id]: all([none, not(never.predicate)]),
      [neverPort.id]: all([none, never.predicate]),
    },
    phrases: {
      [outsidePort.id]: phrase({
        zh: `${isEmpty.zh}，但在时间范围外有过`,
        en: `${isEmpty.en}, but there was one outside the window`,
      }),
      [neverPort.id]: phrase(never.phrase.text),
    },
  };
}

type Subjects = Record<(typeof rfmDimensions)[number]['param'], NumericSubject> & {
  /** How many of those events there ever were. */
  ever: EventOperand;
};

/** R, F and M of the events that the amount is summed over. */
function rfmSubjects(raw: unknown, walk: Walk): Subjects | null {
  const read = readParam(eventOperand, raw);
  if (!read.ok || read.value.fn !== 'sum') {
    const issues = read.ok || read.issues.length === 0 ? [] : read.issues;
    for (const { path, message } of issues)
      walk.report.error('bad-params', paramPath('subject', path), message);
    if (issues.length > 0) return null;
    return walk.report.error('operator-does-not-fit', 'subject.fn', {
      zh: '请选择一种行为的金额“合计”，R 和 F 取自同样的行为。',
      en: 'Choose the sum of an amount of one kind of event: R and F are of the same events.',
    });
  }
  const { property: _, ...events } = read.value;
  const monetary = numeric(read.value, walk);
  if (!monetary) return null;
  const recency = numeric({ ...events, fn: 'daysSinceLast' }, walk);
  const frequency = numeric({ ...events, fn: 'count' }, walk);
  const ever: EventOperand = { ...events, fn: 'count', window: { kind: 'allTime' } };
  return recency && frequency ? { recency, frequency, monetary, ever } : null;
}

function numeric(operand: EventOperand, walk: Walk): NumericSubject | null {
  const found = resolveEvent(operand, 'subject', walk);
  return found && isNumericSubject(found) ? found : null;
}

type Side = 'better' | 'worse';

function sidesOf(cuts: readonly CompiledCut[], sides: readonly Side[]): Predicate[] {
  return cuts.map(({ better }, i) => (sides[i] === 'better' ? better : not(better)));
}

function phrase(cuts: readonly CompiledCut[], sides: readonly Side[]): PortPhrase {
  return { text: joined(cuts.map(({ told }, i) => told[sides[i] ?? 'worse'])), joined: 'all' };
}

function joined(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('，且'), en: texts.map(({ en }) => en).join(', and ') };
}
