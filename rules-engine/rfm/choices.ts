import { z } from 'zod';
import { path } from '../catalogue';
import { cut } from '../nodes/cut';
import { layerColors } from '../nodes/layer-params';
import { eventWindow } from '../time/window';
import { bandStarts, mostBands, sums } from './bands';

const text = z.object({ zh: z.string().max(60), en: z.string().max(60) });

/** What operators see of a layer, and what they do with its members. */
export const layerFace = z.object({
  label: text,
  color: z
    .int()
    .min(0)
    .max(layerColors - 1),
  strategy: z.string().max(2_000),
});
export type LayerFace = z.infer<typeof layerFace>;

/** All that the RFM wizard asks: which events, how they are cut, and what becomes of the groups. */
export const rfmChoices = z.object({
  label: z.object({ zh: z.string().max(80), en: z.string().max(80) }),
  /** Eight cells from two sides of each number, or the sum of three grades from 1 to 5. */
  mode: z.enum(['cells', 'scores']),
  events: z.object({
    eventType: z.string().min(1).max(200),
    /** The amount that is summed up: what M is. */
    property: path,
    window: eventWindow,
    /** A group of conditions on the properties of the same events. */
    where: z.unknown().optional(),
  }),
  cuts: z.object({ recency: cut, frequency: cut, monetary: cut }),
  /** Lowest sums of the layers by scores, highest first; the last one takes everybody. */
  bands: z
    .array(z.object({ id: z.string().regex(/^[\w-]{1,40}$/), from: z.int().min(sums.least).max(sums.most) }))
    .min(1)
    .max(mostBands),
  /** By value of the layer: those that look otherwise than they do to begin with. */
  faces: z.record(z.string(), layerFace),
  /** A local day; null: now. */
  asOf: z.string().nullable(),
});
export type RfmChoices = z.infer<typeof rfmChoices>;

/** What the wizard begins with: the last year of one kind of events, cut by means and a median. */
export function firstChoices(eventType: string, property: string): RfmChoices {
  return {
    label: { zh: 'RFM 分层', en: 'RFM layers' },
    mode: 'cells',
    events: { eventType, property, window: { kind: 'last', n: 365, unit: 'days' } },
    cuts: {
      recency: { by: 'median', value: null, ties: 'worse' },
      frequency: { by: 'mean', value: null, ties: 'worse' },
      monetary: { by: 'mean', value: null, ties: 'worse' },
    },
    bands: bandStarts.map((band) => ({ ...band })),
    faces: {},
    asOf: null,
  };
}
