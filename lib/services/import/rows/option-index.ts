import type { FieldOption } from '@/lib/contracts/catalogue';

/** Finds the value of an option by the value itself or by its label in either language. */
export function optionIndex(options: readonly FieldOption[]): (text: string) => string | undefined {
  const byText = new Map<string, string>();
  // Labels first: a value that is the label of another option means itself.
  for (const { value, label } of options) for (const text of [label.zh, label.en]) byText.set(text, value);
  for (const { value } of options) byText.set(value, value);
  return (text) => byText.get(text);
}
