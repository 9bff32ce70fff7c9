import type { Cell } from '@/lib/values/cell';
import { emptyWords } from '@/lib/values/empty-words';
import { identityText } from '@/lib/values/identity-text';
import { normaliseIdentity } from '@/lib/values/identity-value';

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

const words = emptyWords(undefined);

/** The identity that a column seems to be by its name, if its cells (with something in them) can be one. */
export function guessIdentity(name: string, cells: readonly Cell[]): string | null {
  const found = NAMES.find((entry) => entry.name.test(name.trim()));
  if (!found || cells.length === 0) return null;
  const valid = cells.filter((cell) => isIdentity(found.type, cell)).length;
  return valid >= cells.length * 0.8 ? found.type : null;
}

function isIdentity(type: string, cell: Cell): boolean {
  const text = identityText(cell, words);
  return 'value' in text && 'value' in normaliseIdentity(type, text.value);
}
