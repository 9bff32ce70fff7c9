import { describe, expect, it } from 'vitest';
import { findNodeType, type Graph, type NodeType } from '@/rules-engine/index';
import type { Command } from '../document/command';
import { advance, openJournal } from '../document/journal';
import { addAfter, addBefore, addNode, fits, insertOnEdge } from './add-node';
import { copyText, paste, readPart } from './clipboard';
import { cardSize, rects } from './geometry';
import { layOut } from './layout';
import { overlaps } from './place';
import { removeItems } from './remove';

const none = new Map();
const apply = (graph: Graph, commands: readonly Command[]) =>
  advance(openJournal(graph), { step: 'do', commands, target: null }).graph;
const type = (name: string): NodeType => {
  const found = findNodeType(name);
  if (!found) throw new Error(`no node type ${name}`);
  return found;
};

/** All members → condition → two values; `no` first in the document, `yes` above it on the canvas. */
const drawn: Graph = {
  kind: 'tag',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    { id: 'ask', type: 'condition', position: { x: 328, y: 0 }, params: { mode: 'all', rows: [] } },
    { id: 'yes', type: 'tagValue', position: { x: 656, y: 0 }, params: { value: 'yes' } },
    { id: 'no', type: 'tagValue', position: { x: 656, y: 200 }, params: { value: 'no' } },
  ],
  edges: [
    { id: 'e1', source: 'all', sourcePort: 'out', target: 'ask', targetPort: 'in' },
    { id: 'e2', source: 'ask', sourcePort: 'matched', target: 'yes', targetPort: 'in' },
    { id: 'e3', source: 'ask', sourcePort: 'notMatched', target: 'no', targetPort: 'in' },
  ],
};

describe('adding', () => {
  it('lands where there is room and moves nothing', () => {
    const { node, commands } = addNode(drawn, type('condition'), { x: 328, y: 0 }, none);
    const after = apply(drawn, commands);
    expect(after.nodes.slice(0, 4)).toEqual(drawn.nodes);
    const [added, ...others] = rects([...after.nodes].reverse(), none);
    expect(after.nodes.at(-1)?.id).toBe(node);
    expect(others.some((rect) => added && overlaps(added, rect))).toBe(false);
  });

  it('after a port is right of it and fed by it', () => {
    const { node, commands } = addAfter(drawn, { node: 'ask', port: 'notMatched' }, type('condition'), none);
    const after = apply(drawn, commands);
    expect(after.edges.at(-1)).toMatchObject({
      source: 'ask',
      sourcePort: 'notMatched',
      target: node,
      targetPort: 'in',
    });
    expect(after.nodes.at(-1)?.position.x).toBeGreaterThan(328 + cardSize(bare('condition')).width);
  });

  it('before a port feeds it', () => {
    const { node, commands } = addBefore(drawn, { node: 'ask', port: 'in' }, type('allMembers'), none);
    expect(apply(drawn, commands).edges.at(-1)).toMatchObject({
      source: node,
      target: 'ask',
      targetPort: 'in',
    });
  });

  it('into an edge takes its place, and what comes after makes room', () => {
    const insertion = insertOnEdge(drawn, 'e1', type('condition'), none);
    const after = apply(drawn, insertion?.commands ?? []);
    const id = insertion?.node ?? '';
    const between = after.edges.filter((edge) => [edge.source, edge.target].includes(id));
    expect(between.map(({ source, target }) => [source, target])).toEqual([
      ['all', id],
      [id, 'ask'],
    ]);
    expect(after.edges.some((edge) => edge.id === 'e1')).toBe(false);
    const at = (name: string) => after.nodes.find((node) => node.id === name)?.position ?? { x: 0, y: 0 };
    expect(at('all')).toEqual({ x: 0, y: 0 });
    expect(at('ask').x - at(id).x).toBeGreaterThanOrEqual(240);
    expect(at('yes').x - at('ask').x).toBe(328);
    expect(after.nodes.at(-1)?.position.y).toBe(0);
  });

  it('offers only what fits', () => {
    expect(fits(type('allMembers'), 'after')).toBe(false);
    expect(fits(type('tagValue'), 'between')).toBe(false);
    expect(fits(type('condition'), 'between')).toBe(true);
    expect(fits(type('tagValue'), 'before')).toBe(false);
  });
});

describe('removing', () => {
  it('keeps the last output, and says so', () => {
    expect(removeItems(drawn, ['yes'], []).kept).toBeNull();
    const all = removeItems(drawn, ['all', 'ask', 'yes', 'no'], []);
    expect(all.kept).toBe('yes');
    expect(apply(drawn, all.commands).nodes.map((node) => node.id)).toEqual(['yes']);
  });

  it('takes edges of what goes with it', () => {
    expect(apply(drawn, removeItems(drawn, ['ask'], []).commands).edges).toEqual([]);
  });
});

describe('copying and pasting', () => {
  const text = copyText(drawn, new Set(['ask', 'yes'])) ?? '';

  it('brings nodes and the edges between them under new ids', () => {
    const part = readPart(text);
    if (!part) throw new Error('not read');
    const { commands, nodes } = paste(drawn, part, null);
    const after = apply(drawn, commands);
    expect(after.nodes).toHaveLength(6);
    expect(new Set(after.nodes.map((node) => node.id)).size).toBe(6);
    expect(after.edges.at(-1)).toMatchObject({ source: nodes[0], target: nodes[1], sourcePort: 'matched' });
  });

  it('leaves out what can not stand in the other kind', () => {
    const part = readPart(text);
    if (!part) throw new Error('not read');
    const { commands, leftOut } = paste({ ...drawn, kind: 'segment', nodes: [], edges: [] }, part, {
      x: 0,
      y: 0,
    });
    expect(leftOut).toBe(1);
    expect(apply({ ...drawn, kind: 'segment', nodes: [], edges: [] }, commands).edges).toEqual([]);
  });

  it('reads nothing else', () => {
    for (const other of ['', 'hello', '{}', '{"tagloom":"nodes","nodes":[]}', 'x'.repeat(600_000)])
      expect(readPart(other)).toBeNull();
    expect(copyText(drawn, new Set())).toBeNull();
  });
});

describe('laying out', () => {
  it('puts every node right of what feeds it, branches in the order of their ports', async () => {
    const scattered = {
      ...drawn,
      nodes: drawn.nodes.map((node, i) => ({ ...node, position: { x: 900 - i * 300, y: i * 7 } })),
    };
    const after = apply(scattered, await layOut(scattered, none));
    const at = (id: string) => after.nodes.find((node) => node.id === id)?.position ?? { x: 0, y: 0 };
    expect(at('all').x).toBeLessThan(at('ask').x);
    expect(at('ask').x).toBeLessThan(at('yes').x);
    expect(at('yes').y).toBeLessThan(at('no').y);
    expect(Math.min(...after.nodes.map(({ position }) => position.x))).toBe(0);
    const [first, ...rest] = rects(after.nodes, none);
    expect(rest.some((rect) => first && overlaps(first, rect))).toBe(false);
  });

  it('is the same the second time, one command, and takes a draft with loose ends', async () => {
    const loose = {
      ...drawn,
      edges: [
        ...drawn.edges,
        { id: 'x', source: 'ask', sourcePort: 'gone', target: 'yes', targetPort: 'in' },
      ],
    };
    const commands = await layOut(loose, none);
    expect(commands).toHaveLength(1);
    const once = apply(loose, commands);
    expect(apply(once, await layOut(once, none))).toBe(once);
    expect(await layOut({ ...drawn, nodes: [], edges: [] }, none)).toEqual([]);
  });
});

function bare(name: string) {
  return { id: 'x', type: name, position: { x: 0, y: 0 }, params: {} };
}
