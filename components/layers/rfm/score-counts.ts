import type { CountsAnswer } from '@/lib/contracts/counts';
import { combinationPort, grades, portKey, type RfmGrades } from '@/rules-engine/index';

/** From the best to the worst. */
export const gradeSteps = Array.from({ length: grades }, (_, i) => grades - i);

/** Members with these grades; null while it isn't known. */
export function countOf(counts: CountsAnswer | null, own: RfmGrades): number | null {
  return counts?.ports[portKey(...combinationPort(own))]?.n ?? null;
}

/** Members whose grades add up to a sum within bounds, both in it; null while it isn't known. */
export function countWithin(counts: CountsAnswer | null, from: number, to: number): number | null {
  let total = 0;
  for (const recency of gradeSteps)
    for (const frequency of gradeSteps)
      for (const monetary of gradeSteps) {
        const sum = recency + frequency + monetary;
        if (sum < from || sum > to) continue;
        const n = countOf(counts, { recency, frequency, monetary });
        if (n === null) return null;
        total += n;
      }
  return total;
}
