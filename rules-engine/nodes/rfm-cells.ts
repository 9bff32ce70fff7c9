import type { Text } from '../text';

/** The three questions of RFM, in the order in which a cell's sides are listed. */
export const rfmDimensions = [
  { param: 'recency', fn: 'daysSinceLast', better: 'lower' },
  { param: 'frequency', fn: 'count', better: 'higher' },
  { param: 'monetary', fn: 'sum', better: 'higher' },
] as const;

export interface RfmCell {
  /** Output port of the node. */
  id: string;
  /** On which side of R, F and M: near or far, high or low, high or low. */
  sides: readonly ['better' | 'worse', 'better' | 'worse', 'better' | 'worse'];
  /** R, F and M of the cell: `近·高·高`. */
  label: Text;
}

const words = {
  better: [
    { zh: '近', en: 'near' },
    { zh: '高', en: 'high' },
    { zh: '高', en: 'high' },
  ],
  worse: [
    { zh: '远', en: 'far' },
    { zh: '低', en: 'low' },
    { zh: '低', en: 'low' },
  ],
} as const;

function cell(id: string, ...sides: RfmCell['sides']): RfmCell {
  const parts = sides.map((side, i) => words[side][i] ?? { zh: '', en: '' });
  return {
    id,
    sides,
    label: { zh: parts.map(({ zh }) => zh).join('·'), en: parts.map(({ en }) => en).join(' · ') },
  };
}

/** The eight cells, from the best. */
export const rfmCells: readonly RfmCell[] = [
  cell('champions', 'better', 'better', 'better'),
  cell('develop', 'better', 'worse', 'better'),
  cell('keep', 'worse', 'better', 'better'),
  cell('winBack', 'worse', 'worse', 'better'),
  cell('potential', 'better', 'better', 'worse'),
  cell('new', 'better', 'worse', 'worse'),
  cell('preChurn', 'worse', 'better', 'worse'),
  cell('churned', 'worse', 'worse', 'worse'),
];
