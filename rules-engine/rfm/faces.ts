import type { Locale, Text } from '../text';
import type { EventWindow } from '../time/window';
import type { LayerFace, RfmChoices } from './choices';

interface Known {
  label: Text;
  color: number;
  strategy: Text;
}

/** The value of the layer of those who never had such an event. */
export const noEvents = 'none';

/** The value of the layer of those who had such events outside the window only; null where nothing is outside it. */
export function outsideLayer({ events }: Pick<RfmChoices, 'events'>): string | null {
  return outsideLayers[events.window.kind];
}

/** Before the last year is long ago; before or after some days of the calendar is another time. */
const outsideLayers: Record<EventWindow['kind'], string | null> = {
  allTime: null,
  last: 'lapsed',
  between: 'outside',
};

/** What operators call the groups of RFM, and what they do with each. */
const known: Readonly<Record<string, Known>> = {
  champions: {
    label: { zh: '重要价值', en: 'Champions' },
    color: 0,
    strategy: {
      zh: '专属服务团队，独享权益，邀请转介绍',
      en: 'Own service team, exclusive benefits, ask for referrals',
    },
  },
  develop: {
    label: { zh: '重要发展', en: 'Important to develop' },
    color: 2,
    strategy: {
      zh: '提升频次：多促活，用更好的产品和服务带动复购',
      en: 'Raise frequency: get them active, better product and service',
    },
  },
  keep: {
    label: { zh: '重要保持', en: 'Important to keep' },
    color: 4,
    strategy: { zh: '定期联系：邮件、推送、短信', en: 'Contact regularly: email, push, SMS' },
  },
  winBack: {
    label: { zh: '重要挽留', en: 'Important to win back' },
    color: 1,
    strategy: { zh: '防流失，尽早预警', en: 'Prevent churn, warn early' },
  },
  potential: {
    label: { zh: '潜力', en: 'Potential' },
    color: 5,
    strategy: { zh: '发提升客单价的优惠券', en: 'Coupons that raise the basket' },
  },
  new: {
    label: { zh: '新客', en: 'New' },
    color: 6,
    strategy: { zh: '新手权益，节日提醒', en: 'Beginner’s benefits, holiday reminders' },
  },
  preChurn: {
    label: { zh: '预流失', en: 'Pre-churn' },
    color: 3,
    strategy: { zh: '权益加情感关怀', en: 'Benefits and an emotional touch' },
  },
  churned: {
    label: { zh: '流失', en: 'Churned' },
    color: 7,
    strategy: { zh: '预算有限时先不投入', en: 'Leave alone when the budget is short' },
  },
  core: {
    label: { zh: '核心', en: 'Core' },
    color: 0,
    strategy: {
      zh: '专属服务，独享权益，邀请转介绍',
      en: 'Own service, exclusive benefits, ask for referrals',
    },
  },
  important: {
    label: { zh: '重要', en: 'Important' },
    color: 2,
    strategy: { zh: '多促活，往核心带', en: 'Get them active, lead them to the core' },
  },
  regular: {
    label: { zh: '一般', en: 'Regular' },
    color: 5,
    strategy: { zh: '提升客单价和频次', en: 'Raise basket and frequency' },
  },
  quiet: {
    label: { zh: '低活', en: 'Quiet' },
    color: 3,
    strategy: { zh: '唤醒：权益加情感关怀', en: 'Wake them: benefits and an emotional touch' },
  },
  dormant: {
    label: { zh: '沉睡', en: 'Dormant' },
    color: 7,
    strategy: { zh: '预算有限时先不投入', en: 'Leave alone when the budget is short' },
  },
  lapsed: {
    label: { zh: '久未下单', en: 'Long without an order' },
    color: 8,
    strategy: {
      zh: '老客召回：回归券加回访，问清为什么没再来；别当新人送礼',
      en: 'Call them back as old customers: a coupon to return, and ask why they stayed away; no newcomer’s gift',
    },
  },
  outside: {
    label: { zh: '期间外下单', en: 'Orders at another time' },
    color: 8,
    strategy: {
      zh: '这段时间没买、别的时候买过：按老客触达，别当新人送礼',
      en: 'None in these days, but some at another time: reach out as to old customers, no newcomer’s gift',
    },
  },
  [noEvents]: {
    label: { zh: '从未下单', en: 'Never ordered' },
    color: 9,
    strategy: { zh: '新人礼，引导首单', en: 'A newcomer’s gift towards the first order' },
  },
};

/** What a layer looks like: as it was chosen, else as operators know it, else as one of its own. */
export function faceOf(value: string, { faces }: Pick<RfmChoices, 'faces'>, locale: Locale): LayerFace {
  if (Object.hasOwn(faces, value)) return faces[value] ?? blank(value);
  const found = Object.hasOwn(known, value) ? known[value] : undefined;
  return found ? { ...found, strategy: found.strategy[locale] } : blank(value);
}

function blank(value: string): LayerFace {
  return { label: { zh: value, en: value }, color: 8, strategy: '' };
}
