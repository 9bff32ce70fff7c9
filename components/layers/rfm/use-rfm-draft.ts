'use client';

import { useState } from 'react';
import { useUrlParams } from '@/components/ui/use-url-params';
import { type RfmChoices, rfmChoices } from '@/rules-engine/index';

/**
 * What is chosen in the wizard. It is kept in this tab under a name that stands in the URL from the first change on, so
 * that reloading and going back lose nothing, and a new wizard is a new one.
 */
export function useRfmDraft(first: RfmChoices): [RfmChoices, (change: Partial<RfmChoices>) => void] {
  const [params, setParams] = useUrlParams();
  const [choices, setChoices] = useState(() => kept(params.get('draft')) ?? first);
  const change = (changed: Partial<RfmChoices>) => {
    const next = { ...choices, ...changed };
    setChoices(next);
    const draft = params.get('draft') ?? newName();
    if (keep(draft, next)) setParams({ draft });
  };
  return [choices, change];
}

const keyOf = (draft: string) => `tagloom-rfm:${draft}`;

function kept(draft: string | null): RfmChoices | null {
  try {
    const text = draft === null ? null : sessionStorage.getItem(keyOf(draft));
    return text === null ? null : (rfmChoices.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/** False where nothing can be stored: then the wizard lives as long as the page. */
function keep(draft: string, choices: RfmChoices): boolean {
  try {
    sessionStorage.setItem(keyOf(draft), JSON.stringify(choices));
    return true;
  } catch {
    return false;
  }
}

function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
