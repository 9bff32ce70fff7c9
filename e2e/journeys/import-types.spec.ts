import { expect, test } from '../journey';
import { ImportWizard } from '../pages/import-wizard';
import { importCdnow } from '../workbench';

test.use({ role: 'editor', language: 'en' });

// Customers of CDNOW, so that no members come of it that other journeys would count.
const lines = ['customer_id,date,paid', '00011,2026-01-31,12.50', '00012,2026-02-28,3.00'];
const file = { name: 'yuan.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };

test('where a path holds another currency, the wizard offers another path and another kind of event', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(240_000);
  await importCdnow(await api('admin'));
  const wizard = new ImportWizard(page, language);
  await wizard.open();
  await wizard.chooseFile(file);
  await wizard.source.fill('yuan shop');
  const type = page.getByRole('combobox', { name: 'Kind of event' });
  await expect(type).toHaveValue('Order');
  await wizard.becomes('customer_id', '身份标识', 'identity');
  await wizard.becomes('date', '发生时间', 'time');
  await wizard.becomes('paid', '字段', 'field');
  await wizard.readAsMoney('paid', 'CNY');
  await expect(wizard.column('paid')).toContainText('12.50 → ¥12.50');
  await wizard.nameField('paid', 'Paid', 'amount');

  const problem = page.getByText(/The column “paid” is read as money in CNY/i);
  await expect(problem).toContainText('props.amount');
  await expect(problem).toContainText('money in USD');
  await accessible('a column whose path holds something else');
  await page.getByRole('button', { name: 'Use the kind of event yuan_shop_order' }).click();
  await expect(problem).toHaveCount(0);
  await expect(type).toHaveValue('yuan_shop_order');

  // Typed as it is named, it is chosen without leaving the field.
  await type.fill('Order');
  await expect(problem).toBeVisible();
  await page.getByRole('button', { name: 'Store it as props.amount_cny' }).click();
  await expect(problem).toHaveCount(0);
  await wizard.tryIt.click();
  await expect(wizard.start).toBeEnabled({ timeout: 60_000 });
  expect(await wizard.outcome()).toEqual({ read: '2', accepted: '2', duplicates: '0', rejected: '0' });
});
