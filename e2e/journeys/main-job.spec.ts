import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AS_OF, asked, CDNOW_FILE, type Customer, cdnowCustomers, grouped } from '../cdnow';
import { expect, test } from '../journey';
import { ConditionForm } from '../pages/condition-form';
import { DefinitionsPage } from '../pages/definitions-page';
import { EditorPage } from '../pages/editor-page';
import { ExportDialog } from '../pages/export-dialog';
import { Frame } from '../pages/frame';
import { ImportWizard } from '../pages/import-wizard';
import { PublishDialog } from '../pages/publish-dialog';
import { SignInPage } from '../pages/sign-in-page';
import { WorkspacePage } from '../pages/workspace-page';
import { ADMIN } from '../run-settings';
import { readDefinition } from '../workbench';

const purchases = 69_659;
const segment = '常买又还活跃';

/** Numbers of the rule, from the raw file alone. */
function expected() {
  const customers = cdnowCustomers();
  const days = customers.filter(asked.fourDays);
  const spent = days.filter(asked.twoHundred);
  const inside = spent.filter(asked.recent);
  return { customers, days, spent, inside };
}

/** The definition that the journey goes on with. */
let id = '';

test.describe.configure({ mode: 'serial' });

test.describe('from purchases to an exported audience', () => {
  test.use({ role: 'admin' });

  test('the purchases come in through the wizard, and only once', async ({ page, language, accessible }) => {
    test.setTimeout(240_000);
    const { customers } = expected();
    await page.context().clearCookies();
    const signIn = new SignInPage(page, language);
    await signIn.open();
    await signIn.signIn(ADMIN.name, ADMIN.password);
    const workspace = new WorkspacePage(page, language);
    await new Frame(page, language).goTo('设置', 'Settings');
    await workspace.heading('工作区').waitFor();
    await workspace.setZoneAndCurrency('America/New_York', 'USD');
    await accessible('settings of the workspace');

    const wizard = new ImportWizard(page, language);
    await wizard.open();
    await accessible('choosing a file');
    await wizard.chooseFile(CDNOW_FILE);
    await wizard.describeEvents('cdnow', 'cd_order', '购买 CD');
    await wizard.becomes('customer_id', '身份标识', 'identity');
    await wizard.becomes('date', '发生时间', 'time');
    await expect(wizard.column('date').getByRole('combobox', { name: '日期写法' })).toHaveValue('YYYYMMDD');
    await wizard.becomes('number_of_cds', '字段', 'field');
    await wizard.nameField('number_of_cds', '件数', 'quantity');
    await wizard.becomes('dollar_value', '字段', 'field');
    await wizard.nameField('dollar_value', '实付金额', 'amount');
    await expect(wizard.column('dollar_value').getByRole('combobox', { name: '货币' })).toHaveValue('USD');
    await expect(wizard.column('dollar_value').getByRole('radio', { name: '元' })).toBeChecked();
    await expect(wizard.preview.getByRole('row').nth(1)).toContainText('$11.77');
    await expect(wizard.preview.getByRole('row').nth(1)).toContainText('1997-01-01');
    await accessible('matching the columns');

    await wizard.tryIt.click();
    await expect(wizard.start).toBeEnabled({ timeout: 120_000 });
    const whole = { read: grouped(purchases), accepted: grouped(purchases), duplicates: '0', rejected: '0' };
    expect(await wizard.outcome()).toEqual(whole);
    await accessible('the trial');
    await wizard.start.click();
    await expect(page).toHaveURL(/\/data\/imports\/\w+$/);
    await page.getByRole('link', { name: '查看会员' }).waitFor({ timeout: 120_000 });
    expect(await wizard.outcome()).toEqual(whole);
    await accessible('the import');

    await wizard.open();
    await wizard.chooseFile(CDNOW_FILE);
    await wizard.useEarlierMapping();
    await wizard.tryIt.click();
    await expect(wizard.start).toBeEnabled({ timeout: 120_000 });
    await wizard.start.click();
    await expect(page).toHaveURL(/\/data\/imports\/\w+$/);
    await page.getByRole('link', { name: '查看会员' }).waitFor({ timeout: 120_000 });
    const nothing = {
      read: grouped(purchases),
      accepted: '0',
      duplicates: grouped(purchases),
      rejected: '0',
    };
    expect(await wizard.outcome()).toEqual(nothing);
    await page.getByRole('link', { name: '查看会员' }).click();
    await expect(page.getByRole('status').first()).toContainText(grouped(customers.length));
    await accessible('members');
  });

  test('the rule is drawn by hand, and says at every port how many and why', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    test.setTimeout(180_000);
    const { customers, days, spent, inside } = expected();
    const list = new DefinitionsPage(page, language);
    await list.open('segment');
    await accessible('segments, none yet');
    id = await list.create('segment', segment);
    const editor = new EditorPage(page, language);
    await editor.status.waitFor();
    await accessible('a new drawing');
    await editor.asOf(AS_OF);

    const form = new ConditionForm(page, language);
    await editor.dragIn('条件', { x: 420, y: 330 });
    await editor.rename('买过 4 天');
    const bought = editor.card('买过 4 天');
    await form.askEvent('购买 CD', 'days');
    await form.value('4');
    await editor.connect(editor.card('全部会员'), 'out', bought);
    await editor.expectCount(bought, 'in', 'in', customers.length);
    await editor.expectCount(bought, 'out', 'matched', days.length);
    await editor.expectCount(bought, 'out', 'notMatched', customers.length - days.length);

    await editor.extend(bought, 'matched', { x: 120, y: 160 }, '条件');
    await editor.rename('满 200 美元');
    const rich = editor.card('满 200 美元');
    await form.askEvent('购买 CD', 'total');
    await form.property('实付金额');
    await form.value('200');
    await editor.expectCount(rich, 'in', 'in', days.length);
    await editor.expectCount(rich, 'out', 'matched', spent.length);
    await editor.expectCount(rich, 'out', 'notMatched', days.length - spent.length);

    await editor.fit();
    const output = editor.cards.last();
    await editor.connect(rich, 'matched', editor.card('分群'));
    await expect(output).toBeVisible();
    await editor.insertInto(rich, editor.card('分群'), '条件');
    await editor.rename('180 天内买过');
    const recent = editor.card('180 天内买过');
    await form.askEvent('购买 CD', 'last');
    await form.compare('在最近');
    await form.span('180');
    await editor.expectCount(recent, 'in', 'in', spent.length);
    await editor.expectCount(recent, 'out', 'matched', inside.length);
    await editor.expectCount(recent, 'out', 'notMatched', spent.length - inside.length);
    await editor.expectCount(editor.card('分群'), 'in', 'in', inside.length);
    await expect(editor.sentence).toContainText('180');
    await expect(editor.sentence).toContainText(grouped(inside.length));
    await editor.saved();
    await accessible('the finished drawing');

    const stored = await readDefinition(await api('viewer'), id);
    expect(stored.graph.nodes.map(({ type }) => type).sort()).toEqual(
      ['allMembers', 'condition', 'condition', 'condition', 'segmentOutput'].sort(),
    );
    expect(stored.graph.edges).toHaveLength(4);
  });

  test('a number leads to its members, and a member to the reasons', async ({
    page,
    language,
    accessible,
  }) => {
    const { days, spent, inside } = expected();
    const editor = new EditorPage(page, language);
    await editor.open(id, `?asOf=${AS_OF}`);
    const recent = editor.card('180 天内买过');
    await editor.expectCount(recent, 'out', 'matched', inside.length);
    await editor.fit();
    await editor.pressCount(recent, 'out', 'matched');
    const members = editor.drawer.getByRole('table');
    await expect(members).toHaveAttribute('aria-rowcount', String(inside.length + 1));
    await expect(editor.drawer.getByText(grouped(inside.length))).toBeVisible();
    await accessible('the members at a port');
    await members
      .getByRole('button', { name: /^为什么/ })
      .first()
      .click();
    await expect(editor.drawer.getByText('在分群里', { exact: true })).toBeVisible();
    await expect(page).toHaveURL(/drawer=why/);

    const someone = one(inside);
    await editor.explain(someone.id);
    await expect(editor.drawer.getByText('在分群里', { exact: true })).toBeVisible();
    const steps = editor.drawer.locator('ol > li');
    await expect(steps.filter({ hasText: '买过 4 天' })).toContainText(`实际 ${someone.days}`);
    await expect(steps.filter({ hasText: '满 200 美元' })).toContainText(dollars(someone.cents));
    await accessible('why a member is in');

    const poor = one(days.filter((customer) => !asked.twoHundred(customer)));
    await editor.explain(poor.id);
    await expect(editor.drawer.getByText('不在分群里', { exact: true })).toBeVisible();
    const short = steps.filter({ hasText: '满 200 美元' });
    await expect(short).toContainText(dollars(poor.cents));
    await expect(short).toContainText(`还差 ${dollars(20_000 - poor.cents)}`);
    await expect(steps.filter({ hasText: '180 天内买过' })).toHaveCount(0);
    await accessible('why a member is out');

    const gone = one(spent.filter((customer) => !asked.recent(customer)));
    await editor.explain(gone.id);
    await expect(steps.filter({ hasText: '180 天内买过' })).toContainText(isoDay(gone.last));
  });

  test('it is published knowing whom it moves, and run', async ({ page, language, accessible, api }) => {
    const { inside } = expected();
    const editor = new EditorPage(page, language);
    await editor.open(id, `?asOf=${AS_OF}`);
    await editor.saved();
    const dialog = new PublishDialog(page, language);
    await dialog.open();
    await dialog.expectChange({ size: inside.length, entered: inside.length, left: 0 });
    await accessible('what publishing changes');
    await dialog.publish({ run: false, note: '第一版' });
    await expect(page.getByText('v1 已发布').first()).toBeVisible();

    await page.locator('header').getByRole('button', { name: '运行', exact: true }).click();
    const runs = editor.drawer.getByRole('table', { name: '运行记录' });
    const run = runs.getByRole('row').nth(1);
    await expect(run).toContainText('完成', { timeout: 60_000 });
    await expect(run).toContainText(grouped(inside.length));
    await accessible('the runs of a definition');

    const viewer = await api('viewer');
    const { definition } = await viewer.ask(publishedSchema, 'get', `/api/definitions/${id}`);
    expect(definition).toMatchObject({ state: 'published', publishedVersion: 1, size: inside.length });
    const { versions } = await viewer.ask(versionsSchema, 'get', `/api/definitions/${id}/versions`);
    expect(versions).toMatchObject([
      { version: 1, size: inside.length, entered: inside.length, note: '第一版' },
    ]);
    const stored = await viewer.ask(runsSchema, 'get', `/api/runs?definition=${id}`);
    expect(stored.runs).toMatchObject([{ state: 'done', version: 1, size: inside.length }]);
  });

  test('the file that is exported holds exactly those that the badge counts', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    const { inside } = expected();
    const list = new DefinitionsPage(page, language);
    await list.open('segment');
    await expect(list.row(segment)).toContainText(grouped(inside.length));
    await accessible('segments');
    await list
      .row(segment)
      .getByRole('link', { name: /的人数/ })
      .click();
    await expect(page).toHaveURL(/\/members\?segment=/);
    await expect(page.getByRole('status').first()).toContainText(grouped(inside.length));

    const editor = new EditorPage(page, language);
    await editor.open(id, `?asOf=${AS_OF}`);
    await editor.expectCount(editor.card('分群'), 'in', 'in', inside.length);
    await editor.menu(segment, '导出');
    const dialog = new ExportDialog(page, language);
    await dialog.expectRows(inside.length);
    await dialog.chooseColumns('identities.customer_id');
    await dialog.showInFull();
    await accessible('what a file will hold');
    await dialog.start();
    const file = await dialog.download();
    await accessible('a finished export');
    const [, ...lines] = file
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    expect(lines.map((line) => line.replaceAll('"', '')).sort()).toEqual(inside.map((one) => one.id).sort());

    const manifest = manifestSchema.parse(await dialog.manifest());
    expect(manifest).toMatchObject({
      rows: inside.length,
      audience: inside.length,
      withheld: 0,
      sha256: createHash('sha256').update(file).digest('hex'),
    });
    const { exports } = await (await api('approver')).ask(
      exportsSchema,
      'get',
      `/api/exports?definition=${id}`,
    );
    expect(exports).toMatchObject([{ state: 'done', rows: inside.length, masked: false }]);

    await page.goto('/exports');
    await expect(page.getByRole('row').filter({ hasText: segment })).toContainText(grouped(inside.length));
    await accessible('exports');
  });
});

const publishedSchema = z.object({
  definition: z.object({
    state: z.string(),
    publishedVersion: z.number().nullable(),
    size: z.number().nullable(),
  }),
});
const versionsSchema = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      size: z.number(),
      entered: z.number(),
      left: z.number(),
      note: z.string(),
    }),
  ),
});
const runsSchema = z.object({
  runs: z.array(z.object({ state: z.string(), version: z.number(), size: z.number() })),
});
const manifestSchema = z.object({
  rows: z.number(),
  audience: z.number(),
  withheld: z.number(),
  sha256: z.string(),
});
const exportsSchema = z.object({
  exports: z.array(z.object({ state: z.string(), rows: z.number(), masked: z.boolean() })),
});

function one(customers: readonly Customer[]): Customer {
  const [found] = customers;
  if (!found) throw new Error('The raw file has no such customer.');
  return found;
}

const dollars = (cents: number) => `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
const isoDay = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
