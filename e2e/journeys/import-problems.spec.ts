import { expect, test } from '../journey';
import { ImportWizard } from '../pages/import-wizard';

test.use({ role: 'editor', language: 'en' });

// Customers of CDNOW, so that no members come of it that other journeys would count.
const lines = [
  'customer_id,city,birthday,spend',
  '00011,Shanghai,1990-01-31,12.50',
  '00012,Hangzhou,1990-02-30,3.00',
  ',Beijing,1991-01-01,1.00',
  '00013,Guangzhou,1992-05-05,9.99',
];
const csv = (text: string, name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('rejected rows say why, are downloaded, mended and imported again', async ({
  page,
  language,
  accessible,
}) => {
  test.setTimeout(120_000);
  const wizard = new ImportWizard(page, language);
  await page.goto('/data/imports/new?kind=members');
  await wizard.chooseFile(csv(lines.join('\n'), 'members.csv'));
  await wizard.source.fill('journey');
  await wizard.becomes('customer_id', '身份标识', 'identity');
  await wizard.readAsDates('birthday', 'YYYY-MM-DD');
  await expect(wizard.preview.getByRole('row').filter({ hasText: '00011' })).toContainText('1990-01-31');
  await wizard.tryIt.click();
  await expect(wizard.start).toBeEnabled({ timeout: 60_000 });
  const counts = { read: '4', accepted: '2', duplicates: '0', rejected: '2' };
  expect(await wizard.outcome()).toEqual(counts);
  const rejects = page.getByRole('table', { name: 'Rejected' });
  await expect(rejects.getByRole('row').filter({ hasText: '1990-02-30' })).toContainText('birthday');
  await accessible('a trial with rejected rows');
  await wizard.start.click();
  await expect(page).toHaveURL(/\/data\/imports\/\w+$/);
  await expect(rejects).toBeVisible({ timeout: 60_000 });
  expect(await wizard.outcome()).toEqual(counts);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download them' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const rejected = Buffer.concat(chunks).toString('utf8');
  expect(rejected).toContain('00012,Hangzhou,1990-02-30,3.00');

  const mended = rejected.replaceAll('1990-02-30', '1990-02-28');
  await page.goto('/data/imports/new?kind=members');
  await wizard.chooseFile(csv(mended, 'members-mended.csv'));
  await expect(wizard.source).toHaveValue('journey');
  await wizard.tryIt.click();
  await expect(wizard.start).toBeEnabled({ timeout: 60_000 });
  expect(await wizard.outcome()).toEqual({ read: '2', accepted: '1', duplicates: '0', rejected: '1' });
  await wizard.start.click();
  await expect(page).toHaveURL(/\/data\/imports\/\w+$/);
  await page.getByRole('link', { name: 'See the members' }).waitFor({ timeout: 60_000 });
  const answer = await page.request.get('/api/members?search=00012&columns=attrs.birthday');
  // Personal: masked, and a day without a time.
  expect(await answer.json()).toMatchObject({ members: [{ values: { 'attrs.birthday': '1990-**-**' } }] });
  await page.goto('/members?search=00012');
  await expect(page.getByRole('table', { name: 'Members' }).getByRole('row')).toHaveCount(2);
});

test('a file that is no table is refused with a sentence, and nothing is lost', async ({
  page,
  language,
  accessible,
}) => {
  const wizard = new ImportWizard(page, language);
  await wizard.open();
  await wizard.chooseFile(csv('just one word\nand another line\n', 'notes.csv'));
  await expect(page.getByText('Choose a column as identity, to tell who it is')).toBeVisible();
  await expect(wizard.tryIt).toBeDisabled();
  await accessible('a file without an identity');
  await page.goBack();
  await expect(wizard.button('Choose a file')).toBeVisible();
});
