import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGraph } from '../compile/compile-graph';
import type { MemberData } from '../evaluate/document';
import { evaluate } from '../evaluate/reference';
import { graph as graphSchema, portKey } from '../graph/graph';
import { withParam } from '../graph/with-param';
import { layersOf } from '../nodes/layer-params';
import { rfmCells } from '../nodes/rfm-cells';
import { shopClock, shopEnvironment } from '../testing/shop';
import { bandRanges, grades, mostBands, orderedBands, sums, withBand } from './bands';
import { firstChoices, type RfmChoices, rfmChoices } from './choices';
import { noEvents, outsideLayer } from './faces';
import { combinationPort, combinationsGraph, rfmGraph, scoreCuts } from './rfm-graph';

const inShop = shopEnvironment();
const first = firstChoices('order', 'props.amount');
const typed = (value: number) => ({ by: 'number', value, ties: 'better' }) as const;
const cells: RfmChoices = {
  ...first,
  cuts: { recency: typed(60), frequency: typed(3), monetary: typed(30_000) },
};
const scores: RfmChoices = { ...first, mode: 'scores' };

const day = 86_400_000;
const orders = fc.array(fc.record({ ago: fc.nat(400), amount: fc.nat(40_000) }), { maxLength: 6 });

function buyer(bought: readonly { ago: number; amount: number }[], ord: number): MemberData {
  return {
    member: { _id: `m${ord}`, ord, bucket: 0 },
    events: bought.map(({ ago, amount }) => ({
      type: 'order',
      at: new Date(shopClock.asOf - ago * day),
      props: { amount },
    })),
  };
}

describe('the drawing of eight cells', () => {
  test('is a draft that can be stored, and its cuts are asked for', () => {
    const drawn = rfmGraph(first, 'zh');
    expect(graphSchema.parse(drawn)).toEqual(drawn);
    const { cuts, diagnostics } = compileGraph(drawn, inShop);
    expect(cuts.map(({ param, rule }) => [param, rule.by])).toEqual([
      ['recency.value', 'median'],
      ['frequency.value', 'mean'],
      ['monetary.value', 'mean'],
    ]);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['needs-resolving']));
  });

  test('puts every member into one layer, those without orders into the fallback', () => {
    const { executable, outputs, ports } = compileGraph(rfmGraph(cells, 'en'), inShop);
    expect(executable).toBe(true);
    expect(outputs.map(({ value }) => value)).toEqual([...rfmCells.map(({ id }) => id), 'lapsed', noEvents]);
    fc.assert(
      fc.property(orders, (bought) => {
        const member = buyer(bought, 1);
        const inside = outputs
          .filter(({ predicate }) => evaluate(predicate, member))
          .map(({ value }) => value);
        expect(inside).toHaveLength(1);
        const recent = bought.filter(({ ago }) => ago < 365);
        // Who bought before the window is a lapsed buyer, and nobody to be won for the first time.
        if (bought.length === 0) expect(inside).toEqual([noEvents]);
        else if (recent.length === 0 && bought.every(({ ago }) => ago > 366))
          expect(inside).toEqual(['lapsed']);
        const layer = rfmCells.find(({ id }) => id === inside[0]);
        if (layer) expect(evaluate(ports.get(portKey('rfm', layer.id)) ?? never(), member)).toBe(true);
      }),
    );
  });

  test.each(['zh', 'en'] as const)('has names in both languages, and strategies in %s', (locale) => {
    for (const { label, strategy, color } of layersOf(rfmGraph(cells, locale))) {
      expect(label.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(label.en).toMatch(/^[A-Z][a-z -]+$/);
      expect(/\p{Script=Han}/u.test(strategy)).toBe(locale === 'zh');
      expect(color).toBeLessThan(10);
    }
  });

  test('gives each layer a colour of its own', () => {
    const colors = layersOf(rfmGraph(cells, 'zh')).map(({ color }) => color);
    expect(new Set(colors).size).toBe(10);
  });

  test.each([
    [{ kind: 'allTime' }, null],
    [{ kind: 'last', n: 90, unit: 'days' }, 'lapsed'],
    [{ kind: 'between', from: '2026-01-01', to: '2026-03-31' }, 'outside'],
  ] as const)('over %j, those with orders at another time are in %s', (window, layer) => {
    const drawn = { ...cells, events: { ...cells.events, window } };
    for (const choices of [drawn, { ...drawn, mode: 'scores' as const }]) {
      expect(outsideLayer(choices)).toBe(layer);
      const values = layersOf(rfmGraph(choices, 'zh')).map(({ value }) => value);
      expect(values.filter((value) => value === 'lapsed' || value === 'outside')).toEqual(
        layer === null ? [] : [layer],
      );
    }
  });

  test('an older drawing keeps both together, as it was published', () => {
    const drawn = rfmGraph(cells, 'zh');
    const { outside: _, ...params } = drawn.nodes.find(({ id }) => id === 'rfm')?.params ?? {};
    const older = {
      ...drawn,
      nodes: drawn.nodes.flatMap((node) =>
        node.id === 'lapsed' ? [] : node.id === 'rfm' ? [{ ...node, params }] : [node],
      ),
      edges: drawn.edges.filter(({ target }) => target !== 'lapsed'),
    };
    const { executable, outputs, ports } = compileGraph(older, inShop);
    expect(executable).toBe(true);
    const long = buyer([{ ago: 390, amount: 100 }], 1);
    for (const member of [long, buyer([], 2)]) {
      expect(
        outputs.filter(({ predicate }) => evaluate(predicate, member)).map(({ value }) => value),
      ).toEqual([noEvents]);
      expect(evaluate(ports.get(portKey('rfm', 'empty')) ?? never(), member)).toBe(true);
    }
  });

  test('a cut between two whole numbers stands at the next one, and takes the same members', () => {
    const cutAt = (value: number) => ({ by: 'mean' as const, value, ties: 'worse' as const });
    const fractions = { recency: cutAt(60.5), frequency: cutAt(2.81), monetary: cutAt(10_608.42) };
    const { rows, ports } = compileGraph(rfmGraph({ ...first, cuts: fractions }, 'zh'), inShop);
    const told = rows.filter(({ node, param }) => node === 'rfm' && param !== 'outside');
    expect(told.map(({ relation }) => relation.zh)).toEqual(['不超过 60 天', '至少 3', '至少 ¥106.09']);
    fc.assert(
      fc.property(orders, (bought) => {
        const member = buyer(bought, 1);
        const seen = bought.filter(({ ago }) => ago <= 365);
        const sides = [
          Math.min(...seen.map(({ ago }) => ago)) < 60.5,
          seen.length > 2.81,
          seen.reduce((sum, { amount }) => sum + amount, 0) > 10_608.42,
        ];
        const cell = rfmCells.find((one) => one.sides.every((side, i) => (side === 'better') === sides[i]));
        const inCell = evaluate(ports.get(portKey('rfm', cell?.id ?? '')) ?? never(), member);
        expect(inCell).toBe(seen.length > 0);
      }),
    );
  });

  test('takes what was changed of a layer', () => {
    const face = { label: { zh: '铁粉', en: 'Fans' }, color: 8, strategy: '' };
    const [layer] = layersOf(rfmGraph({ ...cells, faces: { champions: face } }, 'zh'));
    expect(layer).toMatchObject({ value: 'champions', ...face });
  });

  test('lays no card on another', () => {
    for (const drawn of [rfmGraph(cells, 'zh'), rfmGraph(scores, 'zh')]) {
      const layers = drawn.nodes.filter(({ type }) => /layer/i.test(type));
      for (const [i, { position }] of layers.entries())
        expect(position.y - (layers[i - 1]?.position.y ?? -200)).toBeGreaterThanOrEqual(150);
    }
  });
});

describe('the drawing of scores', () => {
  const cuts = {
    recency: [20, 40, 80, 160],
    frequency: [1, 2, 3, 4],
    monetary: [1_000, 5_000, 9_000, 20_000],
  };

  test('asks for fifths of the members with orders', () => {
    const { cuts: asked } = compileGraph(rfmGraph(scores, 'zh'), inShop);
    expect(asked.map(({ param, rule }) => [param, rule])).toEqual(
      [0, 1, 2].map((i) => [`terms.${i}.cuts`, { by: 'groups', groups: grades }]),
    );
  });

  test('puts everybody into one layer, and into one of 125 combinations whose sum is in its band', () => {
    const drawn = filled(rfmGraph(scores, 'zh'), cuts);
    expect(scoreCuts(drawn)).toEqual(cuts);
    const { executable, outputs } = compileGraph(drawn, inShop);
    expect(executable).toBe(true);
    const { ports } = compileGraph(combinationsGraph(scores, cuts), inShop);
    const all = combinations();
    expect(all).toHaveLength(125);
    fc.assert(
      fc.property(orders, (bought) => {
        const member = buyer(bought, 1);
        const layers = outputs.filter(({ predicate }) => evaluate(predicate, member));
        expect(layers).toHaveLength(1);
        const held = all.filter((own) =>
          evaluate(ports.get(portKey(...combinationPort(own))) ?? never(), member),
        );
        const [only, ...more] = held;
        expect(more).toEqual([]);
        const sum = only && only.recency + only.frequency + only.monetary;
        const band = bandRanges(scores.bands).find(({ from, to }) => sum && sum >= from && sum <= to);
        expect(layers[0]?.value).toBe(band?.id ?? (bought.length > 0 ? 'lapsed' : noEvents));
        const lapsed = evaluate(ports.get(portKey('ever', 'matched')) ?? never(), member);
        expect(lapsed).toBe(layers[0]?.value === 'lapsed');
      }),
    );
  });
});

describe('bands of the sum', () => {
  test('cover every sum once, however they are parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (times) => {
        let bands = orderedBands([{ id: 'b', from: 9 }]);
        for (let i = 0; i < times; i += 1) bands = withBand(bands, `b${i}`) ?? bands;
        const covered = bandRanges(bands).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
        expect(covered.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: mostBands }, (_, i) => sums.least + i),
        );
      }),
    );
  });
});

test('choices survive being kept as text', () => {
  expect(rfmChoices.parse(JSON.parse(JSON.stringify(scores)))).toEqual(scores);
});

function never(): never {
  throw new Error('There is no such port.');
}

function combinations() {
  const steps = Array.from({ length: grades }, (_, i) => i + 1);
  return steps.flatMap((recency) =>
    steps.flatMap((frequency) => steps.map((monetary) => ({ recency, frequency, monetary }))),
  );
}

function filled(drawn: ReturnType<typeof rfmGraph>, cuts: Record<string, readonly number[]>) {
  return ['recency', 'frequency', 'monetary'].reduce(
    (graph, name, i) => withParam(graph, 'score', `terms.${i}.cuts`, cuts[name]),
    drawn,
  );
}
