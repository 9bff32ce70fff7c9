'use client';

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { countAt, useCounts } from '../rule/counts-context';
import { useTrace } from '../rule/trace-context';
import { useEditor, useView } from '../state/editor-context';
import { edgeWidth } from './edge-width';

/** An edge, as thick as the root of its share of all members, with a “+” that inserts a node. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps) {
  const { id, source, sourceHandleId } = props;
  const t = useTranslations('editor.canvas');
  const { view, isEditable } = useEditor();
  const { answer, isStale } = useCounts();
  const trace = useTrace();
  const isSelected = useView((state) => state.edges.has(id));
  const [path, x, y] = getBezierPath(props);
  const count = sourceHandleId ? countAt(answer, source, sourceHandleId) : null;
  const width = edgeWidth(count?.n ?? null, answer?.total ?? null);
  const isTaken =
    trace.answer && sourceHandleId ? trace.nodes.get(source)?.ports[sourceHandleId] === true : null;
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={24}
        className={classNames(
          'transition-[stroke-width]',
          isSelected || isTaken ? 'stroke-accent!' : 'stroke-line-strong!',
          isTaken === false && 'opacity-30',
        )}
        style={{
          strokeWidth: width,
          strokeOpacity: isStale ? 0.4 : 0.7,
          strokeDasharray: count === null ? '4 4' : undefined,
        }}
      />
      {isEditable && (
        <EdgeLabelRenderer>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('insert')}
            title={t('insert')}
            data-insert={id}
            onClick={(event) =>
              view.setState({
                adding: {
                  where: 'between',
                  edge: id,
                  at: { x: event.clientX, y: event.clientY },
                  place: null,
                },
              })
            }
            className="edge-plus nodrag nopan pointer-events-auto absolute flex size-6 items-center justify-center"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            <span className="flex size-4 items-center justify-center rounded-full border border-line-strong bg-surface text-ink-soft">
              <Plus size={12} aria-hidden />
            </span>
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
