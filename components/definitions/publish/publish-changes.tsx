'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Sentence } from '@/components/ui/sentence';
import { useFormat } from '@/components/ui/use-format';
import type { Definition, PublishPreview } from '@/lib/contracts/definitions';
import { PublishMatrix } from './publish-matrix';
import { PublishMembers } from './publish-members';
import type { MovingAsked } from './use-publish';
import { ValueChanges } from './value-changes';

interface Props {
  definition: Definition;
  preview: PublishPreview;
  revision: number;
  asOf: string | null;
}

interface Shown {
  moving: MovingAsked;
  label: string;
}

/** The sentence before and after, and whom it moves: each number with its list. */
export function PublishChanges({ definition, preview, revision, asOf }: Props) {
  const t = useTranslations('definitions.publish');
  const format = useFormat();
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (moving: MovingAsked, label: string) => setShown({ moving, label });
  const { sentence, entered, movement } = preview;
  const { published } = definition;
  return (
    <>
      <section aria-label={t('sentence')} className="grid gap-2 sm:grid-cols-2">
        {(['before', 'after'] as const).map((when) => (
          <div key={when} className="rounded-md bg-ground p-3">
            <h3 className="text-ink-faint text-sm">{t(when)}</h3>
            {sentence[when] ? (
              <Sentence of={sentence[when]} />
            ) : (
              <p className="text-ink-soft">{t('nothingBefore')}</p>
            )}
          </div>
        ))}
      </section>
      {movement && published && entered !== null ? (
        <PublishMatrix movement={movement} shown={shown?.moving ?? null} onMembers={show} />
      ) : (
        <ValueChanges definition={definition} preview={preview} onMembers={show} />
      )}
      <p className="text-ink-faint text-sm">
        {t('asOf', { at: format.instant(preview.asOf), time: format.duration(preview.tookMs) })}
      </p>
      {shown && (
        <PublishMembers
          key={JSON.stringify(shown.moving)}
          definition={definition.id}
          revision={revision}
          asOf={asOf}
          {...shown}
        />
      )}
    </>
  );
}
