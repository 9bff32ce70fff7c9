import { z } from 'zod';
import { cdnowCustomers } from '../cdnow';
import { expect, test } from '../journey';
import { ConditionForm } from '../pages/condition-form';
import { EditorPage } from '../pages/editor-page';
import { draftSchema, importCdnow, readDefinition } from '../workbench';

const place = (x: number, y = 0) => ({ x: x * 320, y });
const graph = {
  kind: 'layering',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: place(0), params: {} },
    {
      id: 'score',
      type: 'score',
      position: place(1),
      params: { terms: [], bands: [{ id: 'top', name: 'KOC', from: 8 }] },
    },
    { id: 'koc', type: 'layer', position: place(2), params: { layer: 'koc', color: 0 } },
    { id: 'rest', type: 'fallbackLayer', position: place(2, 200), params: { layer: 'rest', color: 9 } },
  ],
  edges: [
    { id: 'a', source: 'all', sourcePort: 'out', target: 'score', targetPort: 'in' },
    { id: 'b', source: 'score', sourcePort: 'top', target: 'koc', targetPort: 'in' },
  ],
};
const scoreSchema = z.object({
  terms: z.array(z.object({ by: z.string(), groups: z.number(), cuts: z.array(z.number()).nullable() })),
});

test('a dimension graded by fifths: its cuts are computed once, put in at once, and can be undone', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(120_000);
  const requests = await api('approver');
  await importCdnow(await api('admin'));
  const label = { zh: 'KOC 分层', en: 'KOC layers' };
  const { definition } = await requests.ask(
    z.object({ definition: draftSchema }),
    'post',
    '/api/definitions',
    { kind: 'layering', label, graph },
  );
  const stored = async () => {
    const { nodes } = (await readDefinition(requests, definition.id)).graph;
    return scoreSchema.parse(nodes.find(({ id }) => id === 'score')?.params).terms[0];
  };
  const editor = new EditorPage(page, language);
  await page.goto(`/layers/${definition.id}`);
  await editor.status.waitFor();
  await editor.node('score').locator('header').click();
  await editor.button('按档给分', editor.settings).click();
  const form = new ConditionForm(page, language);
  await form.chooseEvent('下单', 'times');
  await expect(editor.settings.getByText('还没有计算。')).toBeVisible();
  await accessible('a term by grades');

  await editor.button('计算', editor.settings).click();
  await expect(page.getByText('分界值 v1 已填进图里，可以撤销')).toBeVisible({ timeout: 60_000 });
  const counts = cdnowCustomers()
    .map(({ orders }) => orders)
    .sort((a, b) => a - b);
  const fifths = [1, 2, 3, 4].map((fifth) => counts[Math.floor((fifth * counts.length) / 5)]);
  await expect.poll(async () => (await stored())?.cuts).toEqual(fifths);
  await expect(editor.settings.getByText(/^分界值 v1，统计时点/)).toBeVisible();
  await accessible('cuts of grades');
  await editor.undo.click();
  await expect.poll(async () => (await stored())?.cuts).toBeNull();
});
