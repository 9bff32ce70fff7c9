import { CDNOW_FILE, cdnowCustomers, grouped } from '../cdnow';
import { expect, test } from '../journey';
import { Frame } from '../pages/frame';
import { ImportWizard } from '../pages/import-wizard';
import { SignInPage } from '../pages/sign-in-page';
import { WorkspacePage } from '../pages/workspace-page';
import { ADMIN } from '../run-settings';

const purchases = 69_659;

test.describe.configure({ mode: 'serial' });

test.describe('from purchases to an exported audience', () => {
  test.use({ role: 'admin' });

  test('the purchases come in through the wizard, and only once', async ({ page, language, accessible }) => {
    test.setTimeout(240_000);
    const customers = cdnowCustomers();
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
    await wizard.describeEvents('cdnow', 'order', '下单');
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
    await page.getByRole('link', { name: '查看会员' }).click();
    await expect(page.getByRole('status').first()).toContainText(grouped(customers.length));
    await accessible('members');
  });
});
