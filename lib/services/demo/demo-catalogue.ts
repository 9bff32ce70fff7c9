import type { FieldType } from '@/lib/contracts/catalogue';
import type { EventTypeDoc, FieldDoc, FieldOption } from '@/lib/db/documents';
import {
  campaigns,
  categories,
  coupons,
  genders,
  groups,
  interests,
  levels,
  pages,
  salesChannels,
  sources,
  visitChannels,
} from './assortment';
import { places, stores } from './places';

type Described = Omit<FieldDoc, 'updatedAt'>;
type Extra = { unit?: string; options?: readonly FieldOption[]; personal?: true };

/** A name that is the same in both languages, as place names are here. */
const named = (names: readonly string[]): FieldOption[] =>
  [...new Set(names)].map((value) => ({ value, label: { zh: value, en: value } }));

const plain = (options: readonly FieldOption[]): FieldOption[] =>
  options.map(({ value, label }) => ({ value, label }));

function field(key: string, type: FieldType, zh: string, en: string, extra: Extra = {}): Described {
  const { unit = null, options = [], personal = false } = extra;
  return {
    _id: `attrs.${key}`,
    type,
    label: { zh, en },
    unit,
    options: plain(options),
    personal,
    origin: 'discovered',
  };
}

export const demoFields: readonly Described[] = [
  field('name', 'text', '姓名', 'Name', { personal: true }),
  field('gender', 'option', '性别', 'Gender', { options: genders }),
  field('birthday', 'day', '生日', 'Birthday', { personal: true }),
  field('age', 'number', '年龄', 'Age', { unit: 'years' }),
  field('province', 'option', '省份', 'Province', { options: named(places.map(({ province }) => province)) }),
  field('city', 'option', '城市', 'City', { options: named(places.map(({ city }) => city)) }),
  field('level', 'option', '会员等级', 'Level', { options: levels }),
  field('points', 'number', '积分余额', 'Points', { unit: 'points' }),
  field('source', 'option', '来源渠道', 'Source', { options: sources }),
  field('registeredAt', 'date', '注册时间', 'Registered'),
  field('interests', 'list', '兴趣', 'Interests', { options: interests }),
  field('preferredCategory', 'option', '偏好品类', 'Preferred category', { options: categories }),
  field('followers', 'number', '社交粉丝数', 'Followers', { unit: 'people' }),
  field('inGroup', 'boolean', '是否在社群', 'In a group'),
];

type Property = EventTypeDoc['props'][number];

function property(
  key: string,
  type: FieldType,
  zh: string,
  en: string,
  extra: Omit<Extra, 'personal'> = {},
): Property {
  return {
    path: `props.${key}`,
    type,
    label: { zh, en },
    unit: extra.unit ?? null,
    options: plain(extra.options ?? []),
  };
}

export const demoEventTypes: readonly Omit<EventTypeDoc, 'updatedAt'>[] = [
  {
    _id: 'order',
    label: { zh: '下单', en: 'Order' },
    props: [
      property('amount', 'money', '实付金额', 'Amount', { unit: 'CNY' }),
      property('quantity', 'number', '件数', 'Quantity', { unit: 'pieces' }),
      property('category', 'option', '品类', 'Category', { options: categories }),
      property('channel', 'option', '销售渠道', 'Sales channel', { options: salesChannels }),
      property('store', 'option', '门店', 'Store', { options: named(stores) }),
      property('coupon', 'option', '优惠券', 'Coupon', { options: coupons }),
    ],
  },
  {
    _id: 'visit',
    label: { zh: '访问', en: 'Visit' },
    props: [
      property('page', 'option', '页面', 'Page', { options: pages }),
      property('channel', 'option', '访问渠道', 'Channel', { options: visitChannels }),
      property('duration', 'number', '停留时长', 'Duration', { unit: 'seconds' }),
    ],
  },
  {
    _id: 'group_message',
    label: { zh: '社群发言', en: 'Group message' },
    props: [
      property('group', 'option', '社群', 'Group', { options: groups }),
      property('words', 'number', '字数', 'Words', { unit: 'words' }),
    ],
  },
  {
    _id: 'share',
    label: { zh: '分享', en: 'Share' },
    props: [
      property('campaign', 'option', '活动', 'Campaign', { options: campaigns }),
      property('reach', 'number', '带来访客', 'Visitors brought', { unit: 'people' }),
    ],
  },
  {
    _id: 'store_visit_planned',
    label: { zh: '预约到店', en: 'Store visit planned' },
    props: [
      property('plannedAt', 'date', '计划到店时间', 'Planned for'),
      property('store', 'option', '门店', 'Store', { options: named(stores) }),
    ],
  },
  {
    _id: 'coupon_use',
    label: { zh: '核销优惠券', en: 'Coupon use' },
    props: [
      property('coupon', 'option', '优惠券', 'Coupon', { options: coupons }),
      property('discount', 'money', '优惠金额', 'Discount', { unit: 'CNY' }),
    ],
  },
];
