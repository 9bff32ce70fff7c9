import { chain } from '../drawn';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { makeSegment, readDefinition } from '../workbench';

test.use({ role: null, language: 'en' });

test('a session that ends in the middle of an edit costs nothing', async ({
  people,
  elsewhere,
  language,
  accessible,
  api,
}) => {
  const person = await people.create('editor');
  const requests = await api('editor');
  const { id } = await makeSegment(requests, 'Signed out', chain('fourDays'));
  const page = await elsewhere(await people.signIn(person));
  const editor = new EditorPage(page, language);
  await editor.open(id);
  // The edit is on its way to the server when the session ends.
  let letGo = () => {};
  const ended = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**/api/definitions/${id}/draft`, async (route) => {
    await ended;
    await route.continue();
  });
  await editor.node('fourDays').click();
  await editor.rename('Typed while signed out');
  await expect(editor.status).toHaveAttribute('data-save', 'saving');
  await people.endSessions(person.name);
  letGo();

  const dialog = page.getByRole('alertdialog', { name: 'You were signed out' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue(person.name);
  await accessible('signing in again over the page', page);
  await dialog.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(new SignInPage(page, language).error).toContainText('not right');
  await dialog.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await editor.saved();
  await expect(editor.card('Typed while signed out')).toBeVisible();
  const stored = await readDefinition(requests, id);
  expect(stored.graph.nodes.map(({ name }) => name)).toContain('Typed while signed out');
});
