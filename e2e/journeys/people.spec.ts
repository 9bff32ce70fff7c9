import { expect, test } from '../journey';
import { Frame } from '../pages/frame';
import { SignInPage } from '../pages/sign-in-page';
import { UsersPage } from '../pages/users-page';
import { ADMIN } from '../run-settings';

test.describe('signing in', () => {
  test.use({ role: null });

  test('leads back to the page that was asked for, in the language of the workspace', async ({
    page,
    language,
    accessible,
  }) => {
    await page.context().clearCookies();
    const signIn = new SignInPage(page, language);
    await signIn.open('/settings/users');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await accessible('sign-in');
    await signIn.submit.click();
    await expect(signIn.error).toContainText('请填写用户名和密码');
    await signIn.signIn(ADMIN.name, 'not the password');
    await expect(signIn.error).toContainText('用户名或密码不正确');
    await accessible('sign-in refused');
    await signIn.signIn(ADMIN.name, ADMIN.password);
    await expect(page).toHaveURL(/\/settings\/users$/);
    await new Frame(page, language).signOut();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto('/members');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fmembers$/);
  });

  test('slows down who guesses, and says for how long', async ({ page, language, people }) => {
    const { name, password } = await people.create('viewer');
    const signIn = new SignInPage(page, language);
    await signIn.open();
    for (let guess = 1; guess <= 6; guess += 1) {
      await signIn.signIn(name, `guess ${guess}`);
      await expect(signIn.error).toBeVisible();
      await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
    }
    await signIn.signIn(name, password);
    await expect(signIn.error).toContainText('尝试次数过多');
    await expect(page.getByRole('button', { name: /秒后再试/ })).toBeDisabled();
  });
});

test.describe('an admin', () => {
  test.use({ role: 'admin', language: 'en' });

  test('adds a person, who chooses a password of their own before anything else', async ({
    page,
    elsewhere,
    language,
    accessible,
  }) => {
    const users = new UsersPage(page, language);
    await users.open();
    await accessible('users');
    await users.addButton.click();
    await users.button('Add a user', users.addDialog).click();
    await expect(users.addDialog).toContainText('2 to 64 letters');
    await accessible('adding a user, refused');
    await users.button('Cancel', users.addDialog).click();
    const password = await users.add('anna.lee', 'editor', () =>
      accessible('the password that is shown once'),
    );

    const anna = await elsewhere(null);
    const signIn = new SignInPage(anna, language);
    await signIn.open('/members');
    await signIn.signIn('anna.lee', password);
    await expect(anna).toHaveURL(/\/account\/password/);
    await expect(anna.getByText('Choose a password of your own')).toBeVisible();
    await accessible('the first change of the password', anna);
    await signIn.changePassword(password, 'three unrelated words');
    await expect(new SignInPage(anna, language).heading('Members')).toBeVisible();

    await users.endSessions('anna.lee');
    await anna.reload();
    await expect(anna).toHaveURL(/\/sign-in/);
  });
});
