import { pinyin } from 'pinyin-pro';
import { keySchema } from '@/lib/contracts/catalogue';

/** A key made of a column's name: pinyin for Chinese, `snake_case` for the rest; valid, and not one of `taken`. */
export function proposeKey(name: string, taken: ReadonlySet<string>): string {
  const latin = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ');
  const words = latin
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const joined = hanOnly(name) ? words.join('') : words.join('_');
  const base = /^[a-z]/.test(joined) ? joined : `c_${joined}`.replace(/_$/, '');
  let key = base.slice(0, 56);
  for (let n = 2; taken.has(key) || !keySchema.safeParse(key).success; n += 1)
    key = `${base.slice(0, 56)}_${n}`;
  return key;
}

function hanOnly(name: string): boolean {
  return /^[\p{Script=Han}\s\p{P}]+$/u.test(name);
}
