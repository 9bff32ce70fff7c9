import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { bucketOf } from '@/lib/members/bucket';
import type { Catalogue, Field } from '@/rules-engine/index';

const cities = ['上海', '北京', '杭州', '成都', '广州', '深圳', '武汉', '南京', '西安', '重庆'];
const batch = 5_000;
const created = new Date('2026-01-01T00:00:00Z');
const day = 86_400_000;

/** What rules read of the nth member. */
export function syntheticAttributes(ord: number): Pick<MemberDoc, 'attrs' | 'metrics'> {
  const mixed = mixedOf(ord);
  return {
    attrs: {
      city: cities[mixed % cities.length],
      gender: mixed % 3 === 0 ? 'M' : 'F',
      age: 18 + (mixed % 50),
      points: mixed % 5_000,
      spent: mixed % 300_000,
      orders: mixed % 23,
      inGroup: mixed % 2 === 0,
      registeredAt: new Date(created.getTime() - (mixed % 900) * day),
      interests: ['护肤', '彩妆', '香水', '母婴'].slice(0, 1 + (mixed % 4)),
    },
    metrics: { orders_90d: mixed % 11, spent_90d: mixed % 90_000 },
  };
}

export function syntheticId(ord: number): string {
  return `bench${String(ord).padStart(8, '0')}`;
}

/** The nth member, about 750 bytes; depends on nothing but the number. */
export function syntheticMember(ord: number): MemberDoc {
  const mixed = mixedOf(ord);
  const { attrs, metrics } = syntheticAttributes(ord);
  const id = syntheticId(ord);
  return {
    _id: id,
    ord,
    bucket: bucketOf(id),
    identities: [
      { type: 'phone', value: `+86138${String(mixed % 100_000_000).padStart(8, '0')}` },
      { type: 'openid', value: `oBench${mixed.toString(16).padStart(22, '0')}` },
    ],
    attrs: { ...attrs, note: 'x'.repeat(120) },
    metrics,
    tags: [],
    tagSince: {},
    layers: {},
    lists: [],
    consent: { sms: ['marketing'], wecom: mixed % 4 === 0 ? [] : ['marketing', 'service'] },
    createdAt: created,
    updatedAt: created,
  };
}

function mixedOf(ord: number): number {
  return Math.imul(ord + 1, 0x9e3779b1) >>> 0;
}

/** Inserts members `from` to `to`. */
export async function insertSynthetic(db: Db, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += batch) {
    const n = Math.min(batch, to - start);
    const docs = Array.from({ length: n }, (_, i) => syntheticMember(start + i));
    await collection(db, 'members').insertMany(docs, { ordered: false });
  }
}

const field = (path: string, type: Field['type'], unit: string | null = null): Field => ({
  path,
  type,
  label: { zh: path, en: path },
  unit,
  options: [],
  personal: false,
});

export const syntheticCatalogue: Catalogue = {
  fields: Object.fromEntries(
    [
      field('attrs.city', 'text'),
      field('attrs.gender', 'text'),
      field('attrs.age', 'number'),
      field('attrs.points', 'number'),
      field('attrs.spent', 'money', 'CNY'),
      field('attrs.orders', 'number'),
      field('attrs.inGroup', 'boolean'),
      field('attrs.registeredAt', 'date'),
      field('attrs.interests', 'list'),
      field('metrics.orders_90d', 'number'),
      field('metrics.spent_90d', 'money', 'CNY'),
    ].map((entry) => [entry.path, entry]),
  ),
  eventTypes: {
    order: {
      type: 'order',
      label: { zh: '下单', en: 'Order' },
      props: { 'props.amount': field('props.amount', 'money', 'CNY') },
    },
  },
  tags: {},
  layerings: {},
  segments: {},
  lists: {},
};
