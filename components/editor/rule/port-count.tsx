'use client';

import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { useFormat } from '@/components/ui/use-format';
import { portKey } from '@/rules-engine/index';
import { useEditor } from '../state/editor-context';
import { showMembers } from '../state/view';
import { countAt, useCounts } from './counts-context';

interface Props {
  node: string;
  port: string;
  /** Says whose number it is: `满足`. */
  label: string;
  /** Not a stop of the Tab key: on the canvas the arrow keys come by. */
  outOfTabOrder?: boolean;
}

/** The number of members at a port; leads to their list. Being counted again it stays, dimmed; unknown it is a dash. */
export function PortCount({ node, port, label, outOfTabOrder }: Props) {
  const t = useTranslations('editor.counts');
  const format = useFormat();
  const { view } = useEditor();
  const { answer, isStale } = useCounts();
  const count = countAt(answer, node, port);
  if (!answer || !count) return <span className="text-ink-faint">–</span>;
  const exact = format.number(count.n);
  const value =
    count.error === null
      ? t('exact', { n: exact })
      : t('estimate', { n: exact, error: format.number(count.error, 0) });
  const tip = [
    value,
    t('ofAll', { share: format.share(count.n, answer.total) }),
    t('asOf', { at: format.instant(answer.asOf, { seconds: true }) }),
    t('took', { time: format.duration(answer.tookMs) }),
    t(`engine.${answer.engine}`),
  ].join('\n');
  return (
    <Tooltip text={tip}>
      <Button
        onPress={() => showMembers(view, portKey(node, port))}
        excludeFromTabOrder={outOfTabOrder}
        aria-label={t('show', { label, value })}
        className={classNames(
          'nodrag nopan tabular min-h-6 rounded-sm text-accent-ink underline-offset-2 data-hovered:underline',
          isStale && 'dimmed',
        )}
      >
        <span aria-hidden className="mr-0.5 text-ink-faint">
          {count.error === null ? '=' : '≈'}
        </span>
        {exact}
      </Button>
    </Tooltip>
  );
}
