import { expect } from '@playwright/test';
import { Screen } from './screen';

/** Settings › Workspace. */
export class WorkspacePage extends Screen {
  readonly save = this.button(this.say('保存', 'Save'));

  async open(): Promise<void> {
    await this.page.goto('/settings/workspace');
    await this.heading(this.say('工作区', 'Workspace')).waitFor();
  }

  /** The zone that days begin by, and the currency of amounts that don't say their own. */
  async setZoneAndCurrency(zone: string, currency: string): Promise<void> {
    await this.pick(this.page.getByRole('combobox', { name: this.say('时区', 'Time zone') }), zone);
    await this.pick(this.page.getByRole('combobox', { name: this.say('货币', 'Currency') }), currency);
    await this.save.click();
    await expect(this.page.getByText(this.say('设置已保存', 'Settings saved'))).toBeVisible();
  }
}
