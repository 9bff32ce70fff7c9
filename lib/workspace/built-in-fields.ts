import type { FieldDoc } from '@/lib/db/documents';

type BuiltIn = Omit<FieldDoc, 'updatedAt' | 'origin'>;

/** What every member document has, described like any other field; not stored, and not edited. */
export const builtInFields: readonly BuiltIn[] = [
  {
    _id: 'createdAt',
    type: 'date',
    label: { zh: '入库时间', en: 'Added' },
    unit: null,
    options: [],
    personal: false,
  },
  {
    _id: 'updatedAt',
    type: 'date',
    label: { zh: '更新时间', en: 'Last changed' },
    unit: null,
    options: [],
    personal: false,
  },
  {
    _id: 'bucket',
    type: 'number',
    label: { zh: '抽样号', en: 'Sampling number' },
    unit: null,
    options: [],
    personal: false,
  },
];
