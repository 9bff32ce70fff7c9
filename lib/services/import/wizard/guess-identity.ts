import { normaliseIdentity } from '../values/identity-value';

const NAMES: readonly { type: string; name: RegExp }[] = [
  { type: 'external_userid', name: /external_?user_?id|外部联系人/i },
  { type: 'unionid', name: /union_?id/i },
  { type: 'openid', name: /open_?id/i },
  { type: 'oaid', name: /^oaid$/i },
  { type: 'phone', name: /手机|电话|phone|mobile|^tel/i },
  { type: 'email', name: /邮箱|e-?mail/i },
  {
    type: 'customer_id',
    name: /(会员|客户|用户|顾客)(编?号|id|编码|卡号)|^(customer|member|user|client|buyer)_?(id|no|code)$|^uid$/i,
  },
];

/** The identity that a column seems to be by its name, if its values can be one. */
export function guessIdentity(name: string, samples: readonly string[]): string | null {
  const found = NAMES.find((entry) => entry.name.test(name.trim()));
  if (!found || samples.length === 0) return null;
  const valid = samples.filter((text) => 'value' in normaliseIdentity(found.type, text)).length;
  return valid >= samples.length * 0.8 ? found.type : null;
}
