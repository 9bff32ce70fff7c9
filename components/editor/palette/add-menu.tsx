'use client';

import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import { findNodeType } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { useEdits } from '../edits/use-edits';
import { useEditor, useView } from '../state/editor-context';
import type { Adding } from '../state/view';
import { PickList } from './pick-list';
import { usePaletteSearch } from './use-palette';

/** What fits where a node is about to be added. */
export function AddMenu() {
  const adding = useView((view) => view.adding);
  return adding && <OpenAddMenu adding={adding} />;
}

function OpenAddMenu({ adding }: { adding: Adding }) {
  const t = useTranslations('editor.palette');
  const text = useText();
  const { view } = useEditor();
  const edits = useEdits();
  const matching = usePaletteSearch(adding.where);
  return (
    <PickList
      label={t(`add.${adding.where}`)}
      placeholder={t('search')}
      nothing={t('nothing')}
      at={adding.at}
      groups={(query) =>
        matching(query).map(({ id, title, types }) => ({
          id,
          title,
          entries: types.map((type) => ({
            id: type.type,
            text: text(type.label),
            detail: text(type.help),
            icon: <NodeIcon name={type.icon} />,
          })),
        }))
      }
      onPick={(id) => {
        const type = findNodeType(id);
        if (type) edits.add(adding, type);
      }}
      onClose={() => view.setState({ adding: null })}
    />
  );
}
