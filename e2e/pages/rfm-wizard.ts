import { expect, type Locator } from '@playwright/test';
import { grouped } from '../cdnow';
import { Screen } from './screen';

/** The wizard that makes a layering by recency, frequency and amount. */
export class RfmWizard extends Screen {
  readonly dialog = this.page.getByRole('dialog');
  readonly create = this.button(this.say('创建分层', 'Create the layering'));

  async open(): Promise<void> {
    await this.page.goto('/layers/new/rfm');
    await this.heading(this.say('RFM 向导', 'RFM wizard')).waitFor();
  }

  /** Eight cells, or scores. */
  async mode(name: string): Promise<void> {
    await this.page.getByText(name, { exact: true }).click();
    await expect(this.page.getByRole('radio', { name })).toBeChecked();
  }

  async name(name: string): Promise<void> {
    await this.page
      .getByRole('textbox', { name: this.say('分层名称 简体中文', 'Name of the layering 简体中文') })
      .fill(name);
  }

  async ever(): Promise<void> {
    await this.select(
      this.button(new RegExp(`${this.say('时间范围', 'Window')}`)).first(),
      this.say('全部时间', 'All time'),
    );
  }

  async asOf(day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const typed = this.say([year, month, date], [month, date, year]);
    const segments = this.page
      .getByRole('group', { name: this.say('统计时点', 'As of') })
      .getByRole('spinbutton');
    for (const [index, text] of typed.entries()) {
      await segments.nth(index).click();
      await this.page.keyboard.type(text);
    }
  }

  /** How R, F or M is cut. */
  cut(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true });
  }

  async cutBy(title: string, method: string): Promise<void> {
    await this.select(this.cut(title).getByRole('button').first(), method);
  }

  async cutAt(title: string, value: string): Promise<void> {
    const field = this.cut(title).getByRole('textbox');
    await field.fill(value);
    await field.press('Tab');
  }

  /** The number of a layer by its key, exact and of these choices. */
  async expectCount(layer: string, n: number): Promise<void> {
    const cell = this.page.locator(`[data-cell="${layer}"]`);
    await expect(cell).toHaveText(grouped(n), { timeout: 60_000 });
    await expect(cell).toHaveAttribute('aria-busy', 'false');
  }

  /** The number of a layer by its key, as the page has it. */
  async count(layer: string): Promise<number> {
    return Number((await this.page.locator(`[data-cell="${layer}"]`).textContent())?.replace(/,/g, ''));
  }

  /** Opens the form of a layer by its name. */
  async edit(name: string): Promise<void> {
    await this.button(this.say(`修改“${name}”`, `Change ${name}`)).click();
    await this.dialog.waitFor();
  }

  /** Gives the layer in the open form another name. */
  async rename(zh: string, en: string): Promise<void> {
    const label = this.say('名称', 'Name');
    await this.field(`${label} 简体中文`, this.dialog).fill(zh);
    await this.field(`${label} English`, this.dialog).fill(en);
    await this.button(this.say('完成', 'Done'), this.dialog).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Makes the layering and gives its id; the editor is open then. */
  async finish(): Promise<string> {
    await this.create.click();
    await expect(this.page).toHaveURL(/\/layers\/[^/?]+(\?|$)/, { timeout: 30_000 });
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
