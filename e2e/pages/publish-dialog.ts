import { expect, type Locator } from '@playwright/test';
import { grouped } from '../cdnow';
import { Screen } from './screen';

/** What publishing changes, before it is published. */
export class PublishDialog extends Screen {
  readonly box: Locator = this.page.getByRole('dialog', { name: this.say(/^发布“/, /^Publish “/) });
  readonly changes = this.box.getByRole('table', {
    name: this.say('会员的变化', 'What changes for members'),
  });

  async open(): Promise<void> {
    await this.page
      .locator('header')
      .getByRole('button', { name: this.say('发布', 'Publish') })
      .click();
    await this.box.waitFor();
  }

  /** The row of the whole: how many there are afterwards, who come in, who go out. */
  async expectChange({
    size,
    entered,
    left,
  }: {
    size: number;
    entered: number;
    left: number;
  }): Promise<void> {
    const cells = this.changes.getByRole('row').last().getByRole('cell');
    await expect(cells.nth(0)).toContainText(grouped(size), { timeout: 60_000 });
    await expect(cells.nth(1)).toContainText(grouped(entered));
    await expect(cells.nth(2)).toContainText(grouped(left));
  }

  async publish(options: { run: boolean; note?: string }): Promise<void> {
    if (options.note) await this.field(this.say('说明', 'Note'), this.box).fill(options.note);
    const run = this.say('发布后立即运行', 'Run it at once');
    const box = this.box.getByRole('checkbox', { name: run });
    if ((await box.isChecked()) !== options.run) await this.box.getByText(run, { exact: true }).click();
    await expect(box).toBeChecked({ checked: options.run });
    await this.button(this.say('发布', 'Publish'), this.box).click();
    await expect(this.box).toBeHidden({ timeout: 30_000 });
  }
}
