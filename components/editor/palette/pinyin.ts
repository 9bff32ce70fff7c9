'use client';

import { useEffect, useState } from 'react';

type Spell = (text: string) => string;

let loaded: Spell | null = null;

/** Pinyin and its initials of a Chinese text, to search by: `tiaojian tj`. The table is big: it comes when it is needed. */
async function loadPinyin(): Promise<Spell> {
  if (loaded) return loaded;
  const { pinyin } = await import('pinyin-pro');
  loaded = (text) => {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
    return `${syllables.join('')} ${syllables.map((syllable) => syllable[0] ?? '').join('')}`.toLowerCase();
  };
  return loaded;
}

/** Spells texts in pinyin; gives '' until the table is there. */
export function usePinyin(): Spell {
  const [spell, setSpell] = useState<{ of: Spell } | null>(loaded && { of: loaded });
  useEffect(() => {
    if (spell) return;
    let isGone = false;
    // Without the table, search finds labels and paths only.
    loadPinyin().then(
      (of) => !isGone && setSpell({ of }),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [spell]);
  return spell?.of ?? none;
}

const none: Spell = () => '';
