'use client';

import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { fitOptions } from './fit-options';

/** Below this, cards can't be read. */
const readable = 0.55;
const comfortable = 0.8;

/**
 * What is seen first: all of the drawing where it can be read then, else its beginning at a size that can. Afterwards
 * the view is the operator's.
 */
export function useFirstView(box: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const isMeasured = useNodesInitialized();
  const isDone = useRef(false);
  useEffect(() => {
    const size = box.current?.getBoundingClientRect();
    if (!isMeasured || isDone.current || !size) return;
    isDone.current = true;
    const { x, y, width, height } = flow.getNodesBounds(flow.getNodes());
    const room = 1 - 2 * fitOptions.padding;
    const fitting = Math.min((size.width * room) / width, (size.height * room) / height);
    if (fitting >= readable) {
      void flow.fitView(fitOptions);
      return;
    }
    const zoom = comfortable;
    const top = height * zoom < size.height ? (size.height - height * zoom) / 2 : 32;
    void flow.setViewport({ x: 32 - x * zoom, y: top - y * zoom, zoom });
  }, [flow, isMeasured, box]);
}
