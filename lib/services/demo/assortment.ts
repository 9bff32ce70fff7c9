import type { FieldOption } from '@/lib/db/documents';

const option = (value: string, zh: string, en: string): FieldOption => ({ value, label: { zh, en } });

/** What the shop of the demo sells. `price` is the usual amount of one piece in fen. */
export const categories = [
  { ...option('skincare', '护肤', 'Skincare'), price: 15_900 },
  { ...option('makeup', '彩妆', 'Make-up'), price: 9_900 },
  { ...option('womenswear', '女装', 'Womenswear'), price: 19_900 },
  { ...option('menswear', '男装', 'Menswear'), price: 18_900 },
  { ...option('shoes', '鞋靴', 'Shoes'), price: 26_900 },
  { ...option('kids', '母婴', 'Mother and baby'), price: 12_900 },
  { ...option('home', '家居', 'Home'), price: 8_900 },
  { ...option('snacks', '零食', 'Snacks'), price: 3_900 },
] as const;

export const interests = [
  option('beauty', '美妆', 'Beauty'),
  option('fashion', '穿搭', 'Fashion'),
  option('parenting', '育儿', 'Parenting'),
  option('fitness', '健身', 'Fitness'),
  option('travel', '旅行', 'Travel'),
  option('cooking', '美食', 'Cooking'),
  option('digital', '数码', 'Gadgets'),
  option('pets', '宠物', 'Pets'),
] as const;

export const sources = [
  option('store', '门店', 'Store'),
  option('wecom', '企业微信', 'WeCom'),
  option('mini_program', '小程序', 'Mini program'),
  option('service_account', '服务号', 'Service account'),
  option('douyin', '抖音', 'Douyin'),
  option('xiaohongshu', '小红书', 'Xiaohongshu'),
  option('referral', '好友推荐', 'Referral'),
] as const;

/** `spent`: fen in the last twelve months from which a member has the level. */
export const levels = [
  { ...option('black', '黑金', 'Black'), spent: 1_000_000 },
  { ...option('gold', '金卡', 'Gold'), spent: 300_000 },
  { ...option('silver', '银卡', 'Silver'), spent: 80_000 },
  { ...option('regular', '普通', 'Regular'), spent: 0 },
] as const;

export const genders = [option('F', '女', 'Female'), option('M', '男', 'Male')] as const;

export const coupons = [
  { ...option('new_20', '新人 20 元券', '¥20 for newcomers'), discount: 2_000 },
  { ...option('full_300_40', '满 300 减 40', '¥40 off ¥300'), discount: 4_000 },
  { ...option('birthday_50', '生日 50 元券', '¥50 for the birthday'), discount: 5_000 },
  { ...option('member_day', '会员日 9 折', '10% on members’ day'), discount: 3_000 },
] as const;

export const pages = [
  option('home', '首页', 'Home'),
  option('product', '商品页', 'Product'),
  option('cart', '购物车', 'Basket'),
  option('points_mall', '积分商城', 'Points shop'),
  option('live', '直播间', 'Live stream'),
] as const;

export const visitChannels = [
  option('mini_program', '小程序', 'Mini program'),
  option('app', 'App', 'App'),
  option('web', '官网', 'Website'),
] as const;

export const groups = [
  option('vip_1', 'VIP 福利群', 'VIP benefits'),
  option('new_1', '新人交流群', 'Newcomers'),
  option('mom_1', '宝妈群', 'Parents'),
  option('style_1', '穿搭群', 'Style'),
  option('city_1', '同城门店群', 'Local store'),
] as const;

export const campaigns = [
  option('invite_2025', '老带新 2025', 'Bring a friend 2025'),
  option('share_618', '618 晒单', 'Show your 618'),
  option('share_1111', '双11 拼团', 'Double 11 group buy'),
  option('kol_trial', '新品试用', 'Product trial'),
] as const;

export const salesChannels = [option('store', '门店', 'Store'), option('online', '线上', 'Online')] as const;

export const channels = ['wecom', 'sms', 'push', 'email', 'ads'] as const;
export const purposes = ['marketing', 'service'] as const;
