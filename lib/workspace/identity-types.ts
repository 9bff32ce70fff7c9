import type { Db } from 'mongodb';
import type { LocalText } from '@/lib/contracts/local-text';
import { collection } from '@/lib/db/collections';

/** What members are known by, as operators call it. */
const known: readonly { type: string; label: LocalText }[] = [
  { type: 'phone', label: { zh: '手机号', en: 'Phone' } },
  { type: 'unionid', label: { zh: 'UnionID', en: 'UnionID' } },
  { type: 'openid', label: { zh: 'OpenID', en: 'OpenID' } },
  { type: 'external_userid', label: { zh: '企微外部联系人', en: 'WeCom external user' } },
  { type: 'email', label: { zh: '邮箱', en: 'Email' } },
  { type: 'oaid', label: { zh: 'OAID', en: 'OAID' } },
  { type: 'customer_id', label: { zh: '客户编号', en: 'Customer id' } },
];

/** The usual types and those that imports have brought. */
export async function identityTypes(db: Db): Promise<{ type: string; label: LocalText }[]> {
  const mapped = await collection(db, 'imports').distinct('mapping.identities.type');
  const others = mapped.filter(
    (type): type is string => typeof type === 'string' && !known.some((one) => one.type === type),
  );
  return [...known, ...others.sort().map((type) => ({ type, label: { zh: type, en: type } }))];
}
