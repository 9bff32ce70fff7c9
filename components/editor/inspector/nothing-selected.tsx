'use client';

import { useTranslations } from 'next-intl';
import { CutpointsPanel } from '../cutpoints/cutpoints-panel';
import { isOutput } from '../edits/ports';
import { useEditor, useGraph } from '../state/editor-context';
import { OutputOrder } from './output-order';

const titles = { tag: 'values', segment: 'result', layering: 'layersInOrder' } as const;

/** What the drawing gives, in the order in which it decides. */
export function NothingSelected() {
  const t = useTranslations('editor.inspector');
  const { definition } = useEditor();
  const outputs = useGraph().nodes.filter(isOutput);
  const title = t(titles[definition.kind]);
  return (
    <section aria-label={t('label')} className="flex flex-col gap-4 p-3">
      <p className="text-ink-soft">{t('nothing')}</p>
      {outputs.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium">{title}</h3>
          {outputs.length > 1 && <p className="mb-2 text-ink-faint text-sm">{t('firstWins')}</p>}
          <OutputOrder label={title} />
        </div>
      )}
      <CutpointsPanel node={null} />
    </section>
  );
}
