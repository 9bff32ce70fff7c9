import { currenciesOf, withoutMarks } from '@/lib/values/currency-marks';
import { signed } from '@/lib/values/decimal';
import { plainText } from '@/lib/values/plain-text';

/**
 * The currency that the marks beside the amounts of a column mean: the workspace's where they can mean it, else what
 * most of them mean; null when no cell has one.
 */
export function guessCurrency(samples: readonly string[], workspace: string): string | null {
  const votes = new Map<string, number>();
  for (const text of samples) {
    const meant = meantBy(text);
    const currency = meant.includes(workspace) ? workspace : meant[0];
    if (currency !== undefined) votes.set(currency, (votes.get(currency) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** Currencies that all marks of a cell can mean. */
function meantBy(text: string): readonly string[] {
  const outer = withoutMarks(plainText(text).trim());
  const inner = withoutMarks(signed(outer.text)?.text ?? '');
  const sets = [...outer.marks, ...inner.marks].map((mark) => currenciesOf(mark) ?? []);
  const [first = [], ...others] = sets;
  return first.filter((currency) => others.every((set) => set.includes(currency)));
}
