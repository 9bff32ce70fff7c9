/** Where members live, and how many of a hundred; a city with a store has its name. */
export const places: readonly { province: string; city: string; share: number; store: string | null }[] = [
  { province: '上海', city: '上海', share: 12, store: '上海南京西路店' },
  { province: '北京', city: '北京', share: 10, store: '北京朝阳大悦城店' },
  { province: '广东', city: '广州', share: 8, store: '广州天河城店' },
  { province: '广东', city: '深圳', share: 9, store: '深圳万象天地店' },
  { province: '广东', city: '佛山', share: 2, store: null },
  { province: '广东', city: '东莞', share: 2, store: null },
  { province: '浙江', city: '杭州', share: 8, store: '杭州湖滨银泰店' },
  { province: '浙江', city: '宁波', share: 3, store: '宁波天一广场店' },
  { province: '浙江', city: '温州', share: 2, store: null },
  { province: '江苏', city: '南京', share: 5, store: '南京德基店' },
  { province: '江苏', city: '苏州', share: 5, store: '苏州中心店' },
  { province: '江苏', city: '无锡', share: 2, store: null },
  { province: '四川', city: '成都', share: 6, store: '成都太古里店' },
  { province: '重庆', city: '重庆', share: 4, store: '重庆解放碑店' },
  { province: '湖北', city: '武汉', share: 4, store: '武汉国际广场店' },
  { province: '湖南', city: '长沙', share: 3, store: '长沙国金中心店' },
  { province: '陕西', city: '西安', share: 3, store: '西安赛格店' },
  { province: '河南', city: '郑州', share: 2, store: null },
  { province: '山东', city: '青岛', share: 2, store: '青岛万象城店' },
  { province: '山东', city: '济南', share: 2, store: null },
  { province: '福建', city: '厦门', share: 2, store: '厦门SM店' },
  { province: '福建', city: '福州', share: 1, store: null },
  { province: '辽宁', city: '大连', share: 1, store: null },
  { province: '天津', city: '天津', share: 2, store: '天津恒隆店' },
];

export const stores: readonly string[] = places.flatMap(({ store }) => store ?? []);

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const givenNames = '梓涵欣怡雨桐诗琪可馨思源浩然宇轩子墨一诺佳宁晓彤静雯明哲嘉豪俊杰雅婷文博若曦语嫣天佑';

/** A name that nobody in particular has. */
export function memberName(random: () => number): string {
  const character = (from: string) => from.charAt(Math.floor(random() * from.length));
  return character(surnames) + character(givenNames) + (random() < 0.8 ? character(givenNames) : '');
}
