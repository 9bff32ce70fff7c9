import { expect, test } from '../journey';
import { ImportWizard } from '../pages/import-wizard';

test.use({ role: 'editor', language: 'en' });

// Customers of CDNOW, so that no members come of it that other journeys would count.
const lines = [
  'customer_id,joined,spend,city',
  '00021,05/01/2011,1.200,NULL',
  '00022,06/01/2011,3.400,Berlin',
  'NULL,07/01/2011,5.600,Paris',
];

test('days and amounts that can be read in two ways are asked about, and the choice shows at once', async ({
  page,
  language,
  accessible,
}) => {
  const wizard = new ImportWizard(page, language);
  await page.goto('/data/imports/new?kind=members');
  await wizard.chooseFile({
    name: 'two-ways.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await wizard.source.fill('readings');
  await expect(page.getByText('Guessed from all 3 rows.')).toBeVisible();
  await expect(page.getByText('Choose how to read: joined, spend')).toBeVisible();
  await expect(wizard.tryIt).toBeDisabled();
  const joined = wizard.column('joined');
  await expect(joined).toContainText('05/01/2011 → May 1, 2011');
  await expect(joined).toContainText('05/01/2011 → January 5, 2011');
  await accessible('columns that can be read in two ways');

  await joined.getByText('DD/MM/YYYY', { exact: true }).click();
  const first = wizard.preview.getByRole('row').filter({ hasText: '00021' });
  await expect(first).toContainText('2011-01-05');
  await joined.getByText('MM/DD/YYYY', { exact: true }).click();
  await expect(first).toContainText('2011-05-01');

  await expect(page.getByText('Choose how to read: spend')).toBeVisible();
  await wizard.column('spend').getByText('1.234,5', { exact: true }).click();
  await expect(first).toContainText('1,200.00');
  await expect(wizard.column('spend').getByRole('button', { name: 'Numbers are written' })).toContainText(
    '1.234,5',
  );
  await expect(wizard.tryIt).toBeEnabled();
  await accessible('columns with their readings chosen');

  // NULL names nobody, and nowhere.
  await expect(wizard.field('Words for nothing')).toHaveValue(/NULL/);
  await expect(first).toContainText('empty');
  await expect(wizard.preview.getByRole('row').filter({ hasText: 'There is no identity' })).toHaveCount(1);
});
