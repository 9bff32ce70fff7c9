import { expect, type Locator } from '@playwright/test';
import type { Role } from '../people';
import { Screen } from './screen';

/** Settings › Users. */
export class UsersPage extends Screen {
  readonly table = this.page.getByRole('table', { name: this.say('用户', 'Users') });

  async open(): Promise<void> {
    await this.page.goto('/settings/users');
    await this.table.waitFor();
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name });
  }

  roleName(role: Role): string {
    const names: Record<Role, string> = {
      viewer: this.say('查看者', 'viewer'),
      editor: this.say('编辑者', 'editor'),
      approver: this.say('审批者', 'approver'),
      admin: this.say('管理员', 'admin'),
    };
    return names[role];
  }

  readonly addButton = this.button(this.say('添加用户', 'Add a user'));
  readonly addDialog = this.page.getByRole('dialog', { name: this.say('添加用户', 'Add a user') });

  /** Adds somebody and gives the password that is shown once. `onShown` may look at the dialogue. */
  async add(name: string, role: Role, onShown: () => Promise<void> = async () => undefined): Promise<string> {
    await this.addButton.click();
    await this.field(this.say('用户名', 'Name'), this.addDialog).fill(name);
    await this.addDialog.getByRole('radio', { name: this.roleName(role) }).check({ force: true });
    await this.button(this.say('添加用户', 'Add a user'), this.addDialog).click();
    const issued = this.page.getByRole('alertdialog');
    const password = await issued.getByRole('textbox').inputValue();
    await onShown();
    await this.button(this.say('我已记下', 'I’ve noted it'), issued).click();
    await expect(this.row(name)).toContainText(this.roleName(role));
    return password;
  }

  /** Signs a person out on all their devices. */
  async endSessions(name: string): Promise<void> {
    await this.choose(
      this.say(`对“${name}”的操作`, `Actions for ${name}`),
      this.say('退出所有设备', 'Sign out everywhere'),
    );
    const dialog = this.page.getByRole('alertdialog');
    await this.button(this.say('退出所有设备', 'Sign out everywhere'), dialog).click();
    await expect(dialog).toBeHidden();
  }
}
