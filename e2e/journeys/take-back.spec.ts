import { z } from 'zod';
import { expect, test } from '../journey';
import { ImportWizard } from '../pages/import-wizard';

const membersSchema = z.object({ members: z.array(z.object({ id: z.string() })) });
const eventsSchema = z.object({ events: z.array(z.object({ id: z.string() })) });
const csv = (lines: readonly string[], name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

// Ids and types that no other journey has. Members and events go again; what kinds of events there were stays known.
const header = 'customer_id,phone,day,note';
const family = [
  header,
  'TB1,15499990001,2026-01-05,one',
  'TB2,15499990001,2026-01-06,two',
  'TB3,15499990003,2026-01-07,three',
];

test.describe.configure({ mode: 'serial' });

test.describe('taking back', () => {
  test.use({ role: 'editor', language: 'en' });

  test('a trial tells who would become one; the import is taken back, its numbers first', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    test.setTimeout(180_000);
    const wizard = new ImportWizard(page, language);
    await wizard.open();
    await wizard.chooseFile(csv(family, 'take back 2026-01.csv'));
    await expect(wizard.source).toHaveValue('take_back');
    await wizard.describeEvents('take_back', 'tb_visit', 'Trial visit');
    await wizard.becomes('customer_id', '身份标识', 'identity');
    await wizard.becomes('phone', '身份标识', 'identity');
    await expect(page.getByRole('radio', { name: 'keep what is stored' })).toBeChecked();
    await expect(wizard.column('phone').getByText('Doesn’t make two members one')).toBeVisible();
    await accessible('columns with a shared identity');
    await wizard.tryIt.click();
    await expect(wizard.start).toBeEnabled({ timeout: 60_000 });
    const merges = page.getByRole('table', { name: 'What joins which member' });
    await expect(merges.getByRole('row').filter({ hasText: 'TB2' })).toContainText('TB1');
    await accessible('a trial that tells of merges');
    await wizard.start.click();
    await expect(page).toHaveURL(/\/data\/imports\/\w+$/);
    await expect(merges).toBeVisible({ timeout: 60_000 });

    await page.getByRole('button', { name: 'Take the import back' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByText('3 events go')).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByText('2 members go')).toBeVisible();
    const verb = dialog.getByRole('button', { name: 'Take the import back' });
    await expect(verb).toBeDisabled();
    await accessible('what taking back comes to');
    await dialog.getByRole('textbox').fill('3');
    await verb.click();
    await expect(page.getByText(/^Taken back ·/)).toBeVisible({ timeout: 60_000 });
    await accessible('an import that was taken back');
    const viewer = await api('viewer');
    expect((await viewer.ask(membersSchema, 'get', '/api/members?search=TB1')).members).toEqual([]);
  });
});

test.describe('removing', () => {
  test.use({ role: 'approver', language: 'en' });

  test('an event, and then its member, are told with what hangs on them', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    test.setTimeout(180_000);
    const wizard = new ImportWizard(page, language);
    await wizard.open();
    await wizard.chooseFile(
      csv([header, 'TB9,15499990009,2026-01-05,a', 'TB9,15499990009,2026-01-06,b'], 'remove.csv'),
    );
    await wizard.describeEvents('removing', 'tb_removal', 'Removed visit');
    await wizard.becomes('customer_id', '身份标识', 'identity');
    await wizard.becomes('phone', '身份标识', 'identity');
    await wizard.tryIt.click();
    await expect(wizard.start).toBeEnabled({ timeout: 60_000 });
    await wizard.start.click();
    await page.getByRole('link', { name: 'See the members' }).waitFor({ timeout: 60_000 });
    const viewer = await api('viewer');
    const found = await viewer.ask(membersSchema, 'get', '/api/members?search=TB9');
    const id = found.members[0]?.id ?? '';

    await page.goto(`/members/${id}`);
    await page
      .getByRole('button', { name: /^What to do with / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Remove the event' }).click();
    const dialog = page.getByRole('alertdialog');
    await accessible('an event that is to be removed');
    await dialog.getByRole('button', { name: 'Remove the event' }).click();
    await expect(page.getByRole('button', { name: /^What to do with / })).toHaveCount(1);
    const left = await viewer.ask(eventsSchema, 'get', `/api/members/${id}/events`);
    expect(left.events).toHaveLength(1);

    await page.getByRole('button', { name: 'Remove the member' }).click();
    await expect(dialog.getByText('1 event', { exact: true })).toBeVisible();
    await accessible('a member that is to be removed');
    await dialog.getByRole('button', { name: 'Remove the member' }).click();
    await expect(page).toHaveURL(/\/members$/);
    await expect
      .poll(async () => (await viewer.ask(membersSchema, 'get', '/api/members?search=TB9')).members)
      .toEqual([]);
  });
});
