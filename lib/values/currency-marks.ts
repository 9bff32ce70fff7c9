/** Dollars and pesos are all written with this sign at home. */
const DOLLARS = [
  ...['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'DOP'],
  ...[
    'BND',
    'BSD',
    'BBD',
    'BZD',
    'BMD',
    'FJD',
    'GYD',
    'JMD',
    'KYD',
    'LRD',
    'NAD',
    'SBD',
    'SRD',
    'TTD',
    'XCD',
  ],
];
const YUAN = ['CNY', 'HKD', 'TWD', 'MOP', 'SGD'];

/** What a sign or word beside an amount can mean. Codes of ISO 4217 mean themselves. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  'CN¥': ['CNY'],
  'JP¥': ['JPY'],
  RMB: ['CNY'],
  'RMB¥': ['CNY'],
  人民币: ['CNY'],
  元: YUAN,
  圆: YUAN,
  圓: YUAN,
  块: ['CNY'],
  円: ['JPY'],
  日元: ['JPY'],
  港元: ['HKD'],
  港币: ['HKD'],
  港幣: ['HKD'],
  美元: ['USD'],
  美金: ['USD'],
  欧元: ['EUR'],
  英镑: ['GBP'],
  $: DOLLARS,
  US$: ['USD'],
  USD$: ['USD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  S$: ['SGD'],
  SG$: ['SGD'],
  NZ$: ['NZD'],
  MX$: ['MXN'],
  R$: ['BRL'],
  MOP$: ['MOP'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  '₩': ['KRW', 'KPW'],
  '₹': ['INR'],
  RS: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  '฿': ['THB'],
  '₫': ['VND'],
  '₱': ['PHP'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '₦': ['NGN'],
  ZŁ: ['PLN'],
  KČ: ['CZK'],
  FT: ['HUF'],
  KR: ['SEK', 'NOK', 'DKK', 'ISK'],
  FR: ['CHF'],
  SFR: ['CHF'],
  RM: ['MYR'],
  RP: ['IDR'],
  R: ['ZAR'],
};

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The currencies that a mark can mean; null for what is none. Case doesn't count. */
export function currenciesOf(mark: string): readonly string[] | null {
  const upper = mark.toUpperCase();
  if (Object.hasOwn(MARKS, upper)) return MARKS[upper] ?? null;
  return CODES.has(upper) ? [upper] : null;
}

/** An amount apart from the marks beside it. */
export interface Marked {
  text: string;
  marks: string[];
}

const FRONT = /^([^\d.,'’()+\-\s]+)(?:\.(?=\s))?\s*/;
const BACK = /\s*([^\d.,'’()+\-\s]+)$/;

/** Takes the marks of currencies off an amount; a sign may stand before or after the one in front. */
export function withoutMarks(text: string): Marked {
  const marks: string[] = [];
  let sign = '';
  let rest = text;
  if (/^[+-]/.test(rest) && FRONT.test(rest.slice(1).trimStart())) {
    sign = rest.charAt(0);
    rest = rest.slice(1).trimStart();
  }
  for (let match = FRONT.exec(rest); match !== null; match = FRONT.exec(rest)) {
    marks.push(match[1] ?? '');
    rest = rest.slice(match[0].length);
  }
  for (let match = BACK.exec(rest); match !== null; match = BACK.exec(rest)) {
    marks.push(match[1] ?? '');
    rest = rest.slice(0, rest.length - match[0].length);
  }
  return { text: sign + rest, marks };
}
