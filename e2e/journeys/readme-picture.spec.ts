import path from 'node:path';
import { AS_OF, asked, cdnowCustomers } from '../cdnow';
import { chain } from '../drawn';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { CHECKOUT } from '../run-settings';
import { importCdnow, makeSegment } from '../workbench';

// An ordinary run leaves the checkout as it is.
test.skip(!process.env.TAGLOOM_README_PICTURE, 'TAGLOOM_README_PICTURE=1 takes the picture of the README');
test.use({ role: 'approver', language: 'en', deviceScaleFactor: 2 });

test('the picture of the README: the CDNOW rule with its counts', async ({
  page,
  context,
  baseURL,
  language,
  api,
}) => {
  const requests = await api('approver');
  await importCdnow(requests);
  await context.addCookies([{ name: 'tagloom-rail', value: 'collapsed', url: baseURL ?? '' }]);
  const drawn = chain('fourDays', 'twoHundred', 'recent');
  const names: Record<string, string> = {
    fourDays: 'Four days or more',
    twoHundred: '$200 or more',
    recent: 'Bought lately',
  };
  const nodes = drawn.nodes.map((node, index) => ({
    ...node,
    name: names[node.id],
    position: { x: index * 320, y: index * 24 },
  }));
  const { id } = await makeSegment(requests, 'Often, much, lately', { ...drawn, nodes });
  const editor = new EditorPage(page, language);
  await editor.open(id, `?asOf=${AS_OF}&node=twoHundred`);
  const inside = cdnowCustomers().filter(
    (one) => asked.fourDays(one) && asked.twoHundred(one) && asked.recent(one),
  );
  await editor.expectCount(editor.node('output'), 'in', 'in', inside.length);
  const [first] = inside;
  await editor.explain(first?.id ?? '');
  await editor.fit();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(CHECKOUT, 'public', 'readme', 'editor.png'), scale: 'device' });
});
