/** Drawings as the documented graph format has them, for journeys that don't draw by hand. */
export interface DrawnNode {
  id: string;
  type: string;
  position: { x: number; y: number };
  params: Record<string, unknown>;
  name?: string;
}

export interface Drawn {
  kind: 'segment' | 'tag';
  schemaVersion: 1;
  nodes: DrawnNode[];
  edges: { id: string; source: string; sourcePort: string; target: string; targetPort: string }[];
}

const allTime = { kind: 'allTime' };
const order = (fn: string, more: object = {}) => ({
  kind: 'event',
  eventType: 'order',
  fn,
  window: allTime,
  ...more,
});

/** The three questions of the rule, each as a row of a condition. */
export const rows = {
  fourDays: { subject: order('distinctDays'), operator: 'atLeast', value: 4 },
  twoHundred: {
    subject: order('sum', { property: 'props.amount' }),
    operator: 'atLeast',
    value: 20_000,
  },
  recent: { subject: order('last'), operator: 'withinLast', value: { n: 180, unit: 'days' } },
} as const;

/** Between two cards, so that a drawing of two questions is seen whole when it is opened. */
const apart = 296;

type Question = keyof typeof rows;

/** A segment whose conditions stand in a row, each asking one question of those who passed the one before. */
export function chain(...questions: readonly Question[]): Drawn {
  const steps = questions.map((question, index) => ({
    id: question,
    type: 'condition',
    position: { x: apart * (index + 1), y: 0 },
    params: { mode: 'all', rows: [rows[question]] },
  }));
  const nodes: DrawnNode[] = [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    ...steps,
    { id: 'output', type: 'segmentOutput', position: { x: apart * (steps.length + 1), y: 0 }, params: {} },
  ];
  const edges = nodes.slice(1).map((target, index) => {
    const source = nodes[index];
    return {
      id: `to-${target.id}`,
      source: source?.id ?? '',
      sourcePort: source?.type === 'condition' ? 'matched' : 'out',
      target: target.id,
      targetPort: 'in',
    };
  });
  return { kind: 'segment', schemaVersion: 1, nodes, edges };
}
