import type { FormField } from './form';

/** The form of a layer, whether it is the fallback or not. */
export const layerForm: readonly FormField[] = [
  {
    param: 'layer',
    input: 'text',
    label: { zh: '层级编号', en: 'Layer key' },
    placeholder: { zh: '例如：champions', en: 'e.g. champions' },
    help: {
      zh: '存到会员身上的值，发布后不要改；改名请改下面的名称。',
      en: 'What is stored with the members: leave it once it is published, and rename the layer below.',
    },
  },
  { param: 'label', input: 'localText', label: { zh: '名称', en: 'Name' } },
  { param: 'color', input: 'color', label: { zh: '颜色', en: 'Colour' } },
  {
    param: 'strategy',
    input: 'prose',
    label: { zh: '运营策略', en: 'Strategy' },
    placeholder: {
      zh: '例如：专属客服跟进，邀请转介绍',
      en: 'e.g. own service team, ask for referrals',
    },
  },
  {
    param: 'benefits',
    input: 'prose',
    label: { zh: '会员权益', en: 'Benefits' },
    placeholder: { zh: '例如：免运费，生日双倍积分', en: 'e.g. free delivery, double points on birthdays' },
  },
];
