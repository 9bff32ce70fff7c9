import type { Field } from '@/rules-engine/index';

/** Fields that every member has, whatever was imported. */
export const builtInFields: readonly Field[] = [
  {
    path: 'createdAt',
    type: 'date',
    label: { zh: '创建时间', en: 'Created at' },
    unit: null,
    options: [],
    personal: false,
  },
];
