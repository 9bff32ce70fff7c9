import { z } from 'zod';
import { number } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { boundsText } from '../sentence/bounds';
import type { Describe } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import type { Port } from './node';

/** The id names the output port, so that an edge stays with its band when others come and go. */
const band = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .refine((id) => id !== 'in' && id !== 'below', {
      params: { zh: '这个编号是保留的。', en: 'This id is reserved.' },
    }),
  name: z.string().trim().min(1).max(60),
  from: z.number(),
});
export type Band = z.infer<typeof band>;

/** Bands of a score, highest first; what reaches none of them leaves by `below`. */
export const bands = z
  .array(band)
  .min(1)
  .max(20)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    params: { zh: '有两档的编号相同。', en: 'Two bands have the same id.' },
  })
  .refine((list) => list.every(({ from }, i) => i === 0 || from < (list[i - 1]?.from ?? from)), {
    params: { zh: '分档要从高到低，下限不能相同。', en: 'Bands go from the highest bound to the lowest.' },
  });

const below: Port = { id: 'below', label: { zh: '不到最低档', en: 'Below' } };
const drafted = z.object({ id: band.shape.id, name: z.string().catch('') });

/** The ports of a draft: of each band that has an id of its own already. */
export function bandPorts(draft: unknown): Port[] {
  const ports = new Map<string, Port>();
  for (const item of Array.isArray(draft) ? draft.slice(0, 20) : []) {
    const read = drafted.safeParse(item);
    if (!read.success || ports.has(read.data.id)) continue;
    const { id, name } = read.data;
    ports.set(id, { id, label: { zh: name || id, en: name || id } });
  }
  return [...ports.values(), below];
}

export function reaching(total: Expression, { from }: Band): Predicate {
  return compare('gte', total, number(from));
}

export function bandPhrase(score: Text, own: Band, above: Band | undefined, describe: Describe): Text {
  const plain = (value: number) => describe.amount(value, null, false);
  const { zh, en } = boundsText(plain(own.from), above ? plain(above.from) : null);
  return { zh: spaced`${score.zh}${zh}`, en: `${score.en} is ${en}` };
}

export function belowPhrase(score: Text, list: readonly Band[], describe: Describe): Text {
  const lowest = describe.amount(list.at(-1)?.from ?? 0, null, false);
  const { zh, en } = boundsText(null, lowest);
  return { zh: spaced`${score.zh}${zh}`, en: `${score.en} is ${en}` };
}
