import { type CompiledGraph, type GraphNode, portKey } from '@/rules-engine/index';
import { inputsOf } from '../edits/ports';

/** Whether members can come to a node: every input is fed, and what feeds it could be compiled. */
export function isReached(node: GraphNode, compiled: CompiledGraph): boolean {
  return inputsOf(node).every((port) => {
    const members = compiled.ports.get(portKey(node.id, port.id));
    return members !== undefined && !(members.kind === 'constant' && !members.value);
  });
}
