import { z } from 'zod';
import { type NumericSubject, resolveNumeric } from '../compile/subject';
import { all, never, not, present } from '../ir/build-predicate';
import { boundsText } from '../sentence/bounds';
import { type Describe, wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import { defineNode, type Port, type PortPhrase } from './node';
import {
  askForGroups,
  cutsReached,
  fewestGroups,
  groupCuts,
  groupsCount,
  groupsOf,
  mostGroups,
  placedCuts,
} from './number-groups';
import { valueRow } from './value-row';

export const quantiles = defineNode({
  type: 'quantiles',
  parts: true,
  kinds: ['tag', 'segment', 'layering'],
  group: 'conditions',
  icon: 'chart-column',
  label: { zh: '等分', en: 'Quantiles' },
  help: {
    zh: '按一个数值从低到高分成人数相近的几组，例如按近 365 天下单金额合计分成 4 组。分界值在点“计算”时算好存下，之后不会自己变；没有这个数值的会员走“为空”。',
    en: 'Parts the members from the lowest to the highest value into groups of about the same size, e.g. four by total order amount. The cuts are computed when you ask for it and stored, so they don’t move by themselves; members without a value leave by “Empty”.',
  },
  params: z.strictObject({ subject: z.unknown(), groups: groupsCount, cuts: groupCuts }),
  initial: { groups: 4, cuts: null },
  form: [
    { param: 'subject', input: 'subject', label: { zh: '按什么分', en: 'By' } },
    {
      param: 'groups',
      input: 'number',
      label: { zh: '组数', en: 'Groups' },
      min: fewestGroups,
      max: mostGroups,
      step: 1,
    },
    { param: 'cuts', input: 'cuts', label: { zh: '分界值', en: 'Cuts' } },
  ],
  inputs: () => [{ id: 'in', label: { zh: '进入', en: 'In' } }],
  outputs: ({ groups }) => [...groupPorts(numberOfGroups(groups)), emptyPort],
  compile({ subject, groups, cuts: stored }, { in: incoming }, walk) {
    const { report, environment } = walk;
    const found = resolveNumeric(subject, 'subject', walk, incoming);
    if (found && incoming) askForGroups(found, groups, stored, incoming, 'cuts', walk);
    if (stored === null || stored.length !== groups - 1) {
      return report.error('needs-resolving', 'cuts', {
        zh: spaced`分界值还没有计算，${groups}组需要${groups - 1}个。`,
        en: `The cuts haven’t been computed yet: ${groups} groups need ${groups - 1}.`,
      });
    }
    if (!found || !incoming) return null;
    const cuts = placedCuts(found, stored);
    const describe = wording(environment);
    for (const [i, predicate] of cutsReached(found.value, cuts).entries())
      report.rows.push(
        valueRow(report.node, `cuts.${i}`, found, predicate, atLeast(worded(found, cuts[i], describe))),
      );
    const ports = groupPorts(groups);
    const sets = groupsOf(found.value, cuts);
    const phrase = (i: number): PortPhrase => ({ text: groupPhrase(found, cuts, i, describe), joined: null });
    return {
      outputs: {
        ...Object.fromEntries(ports.map(({ id }, i) => [id, all([incoming, sets[i] ?? never])])),
        [emptyPort.id]: all([incoming, not(present(found.value))]),
      },
      phrases: {
        ...Object.fromEntries(ports.map(({ id }, i) => [id, phrase(i)])),
        [emptyPort.id]: {
          text: { zh: spaced`${found.label.zh}为空`, en: `${found.label.en} is empty` },
          joined: null,
        },
      },
      summary: {
        zh: spaced`${found.label.zh}从低到高${groups}等分`,
        en: `${found.label.en} in ${groups} groups from low to high`,
      },
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
      groups: 4,
      cuts: [9_900, 29_900, 89_900],
    },
  ],
});

const emptyPort: Port = { id: 'empty', label: { zh: '为空', en: 'Empty' } };

function groupPorts(groups: number): Port[] {
  return Array.from({ length: groups }, (_, i) => ({ id: `q${i + 1}`, label: groupLabel(i, groups) }));
}

function groupLabel(i: number, groups: number): Text {
  const n = i + 1;
  if (i === 0) return { zh: spaced`第${n}组（最低）`, en: `Group ${n} (lowest)` };
  if (n === groups) return { zh: spaced`第${n}组（最高）`, en: `Group ${n} (highest)` };
  return { zh: spaced`第${n}组`, en: `Group ${n}` };
}

function groupPhrase(subject: NumericSubject, cuts: readonly number[], i: number, describe: Describe): Text {
  const groups = cuts.length + 1;
  const bounds = boundsText(worded(subject, cuts[i - 1], describe), worded(subject, cuts[i], describe));
  const place: Text =
    i === 0
      ? { zh: spaced`在最低的 1/${groups}`, en: `in the lowest 1/${groups}` }
      : i === groups - 1
        ? { zh: spaced`在最高的 1/${groups}`, en: `in the highest 1/${groups}` }
        : {
            zh: spaced`在从低到高第${i + 1}个 1/${groups}`,
            en: `in group ${i + 1} of ${groups} from the lowest`,
          };
  return {
    zh: spaced`${subject.label.zh}${place.zh}（${bounds.zh}）`,
    en: `${subject.label.en} is ${place.en} (${bounds.en})`,
  };
}

function atLeast(cut: Text | null): Text {
  const { zh, en } = boundsText(cut, null);
  return { zh, en: `is ${en}` };
}

function worded(subject: NumericSubject, cut: number | undefined, describe: Describe): Text | null {
  return cut === undefined ? null : describe.amount(cut, subject.unit, subject.types.includes('money'));
}

/** A draft may have anything here. */
function numberOfGroups(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value)
    ? Math.min(Math.max(value, fewestGroups), mostGroups)
    : 4;
}
