'use client';

import { useText } from './use-text';

/** The sentence of a rule in the page's language. */
export function Sentence({
  of: sentence,
  quoted,
}: {
  of: { zh: string; en: string } | null;
  quoted?: boolean;
}) {
  const text = useText();
  if (!sentence) return null;
  return <span className="break-words">{quoted ? `“${text(sentence)}”` : text(sentence)}</span>;
}
