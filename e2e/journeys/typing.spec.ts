import { AS_OF } from '../cdnow';
import { chain } from '../drawn';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { makeSegment } from '../workbench';

test.use({ role: 'editor', language: 'en' });

test('a number counts while it is typed: a reload without leaving the field loses nothing', async ({
  page,
  language,
  accessible,
  api,
}) => {
  const { id } = await makeSegment(await api('editor'), 'Typed numbers', chain('fourDays', 'twoHundred'));
  const editor = new EditorPage(page, language);
  await editor.open(id);
  const days = editor.node('fourDays');
  const value = editor.settings.getByRole('textbox', { name: 'Value', exact: true });
  await days.click();
  await value.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await expect(value).toBeFocused();
  await expect(days).toContainText('at least 12');
  await page.reload();
  await editor.status.waitFor();
  await expect(days).toContainText('at least 12');
  await editor.undo.click();
  await expect(days).toContainText('at least 4');
  await expect(editor.undo).toBeDisabled();
  await editor.redo.click();
  await expect(days).toContainText('at least 12');

  // Nothing, and half of something, aren't numbers: the field says so, and the header doesn't say that all is saved.
  await editor.saved();
  await value.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(editor.settings.getByText('Not a valid value yet')).toBeVisible();
  await expect(editor.status).toHaveAttribute('data-save', 'unfinished');
  await accessible('a number that is not entered yet');
  await page.keyboard.type('-');
  await expect(editor.status).toHaveAttribute('data-save', 'unfinished');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('7');
  await expect(days).toContainText('at least 7');
  await editor.saved();
  await expect(editor.settings.getByText('Not a valid value yet')).toHaveCount(0);

  // Undo in the field shows what was there before.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(value).toHaveValue('12');
  await expect(days).toContainText('at least 12');

  const spent = editor.node('twoHundred');
  await spent.click();
  await value.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1234.5');
  await expect(value).toHaveValue('1234.5');
  await expect(spent).toContainText('1,234.50');
  await page.reload();
  await editor.status.waitFor();
  await expect(spent).toContainText('1,234.50');
  await expect(value).toHaveValue('1,234.5');
});

test('names, days and what an input method composes count as soon as they are there', async ({
  page,
  language,
  api,
}) => {
  const { id } = await makeSegment(await api('editor'), 'Typed texts', chain('recent'));
  const editor = new EditorPage(page, language);
  await editor.open(id, `?asOf=${AS_OF}`);
  const card = editor.node('recent');
  const name = editor.settings.getByRole('textbox', { name: 'Name', exact: true });
  await card.click();
  await name.click();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'zuijin', selectionStart: 6, selectionEnd: 6 });
  await expect(name).toHaveValue('zuijin');
  await expect(editor.status).toHaveAttribute('data-save', 'unfinished');
  await expect(card).not.toContainText('zuijin');
  await input.send('Input.insertText', { text: '最近' });
  await expect(card).toContainText('最近');
  await page.keyboard.type('买过');
  await page.reload();
  await editor.status.waitFor();
  await expect(card).toContainText('最近买过');
  await editor.undo.click();
  await expect(card).not.toContainText('最近');
  await expect(editor.undo).toBeDisabled();

  const many = editor.settings.getByRole('textbox', { name: 'How many', exact: true });
  await many.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('90');
  await page.reload();
  await editor.status.waitFor();
  await expect(card).toContainText('90');
});

test('a definition opens as of when it was left, and says what each of its numbers is as of', async ({
  page,
  language,
  accessible,
  api,
}) => {
  const { id } = await makeSegment(await api('editor'), 'Left as of', chain('recent'));
  const editor = new EditorPage(page, language);
  await editor.open(id);
  const numbers = page.locator('[data-numbers]');
  await expect(numbers).toContainText('now');
  await expect(numbers).toContainText('not run yet');
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/as-of') && response.request().postData()?.includes(AS_OF) === true,
  );
  await editor.asOf(AS_OF);
  await kept;
  await expect(numbers).toContainText(`as of ${AS_OF}`);
  await accessible('the numbers of a definition');

  await editor.open(id);
  await expect(page).toHaveURL(new RegExp(`asOf=${AS_OF}`));
  await expect(numbers).toContainText(`as of ${AS_OF}`);
  // What the address says comes first.
  await editor.open(id, '?asOf=1997-12-31');
  await expect(numbers).toContainText('as of 1997-12-31');
});
