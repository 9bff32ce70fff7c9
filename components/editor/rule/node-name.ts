'use client';

import { useCallback } from 'react';
import { useText } from '@/components/ui/use-text';
import { findNodeType, type GraphNode } from '@/rules-engine/index';

/** What a node is called: the operator's own name for it, else that of its type. */
export function useNodeName(): (node: GraphNode) => string {
  const text = useText();
  return useCallback(
    (node) => {
      if (node.name) return node.name;
      const type = findNodeType(node.type);
      return type ? text(type.label) : node.type;
    },
    [text],
  );
}
