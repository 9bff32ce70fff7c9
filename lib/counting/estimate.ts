import type { MemberCount } from './counter';

/** Members that an estimate looks at: with them it is good to about two percent of all members. */
export const sampleSize = 2_000;

/** Two-sided 95 % of the normal distribution. */
const z = 1.96;

/**
 * What `found` of `sampled` members says of `members`. The interval is that of Agresti and Coull, which stays honest
 * near none and all, with the correction for a sample that is a good part of the whole.
 */
export function estimated(found: number, sampled: number, members: number): MemberCount {
  if (sampled >= members) return { n: found, error: null };
  const share = (found + 2) / (sampled + 4);
  const unseen = (members - sampled) / Math.max(members - 1, 1);
  const error = members * z * Math.sqrt(((share * (1 - share)) / (sampled + 4)) * unseen);
  return { n: Math.round((members * found) / sampled), error: Math.round(error * 10) / 10 };
}
