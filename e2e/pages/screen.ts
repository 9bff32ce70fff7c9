import { expect, type Locator, type Page } from '@playwright/test';

export type Language = 'zh-CN' | 'en';

/** What every page object has: the page, and the words of the language that it is read in. */
export abstract class Screen {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  /** What stands on the screen in the language of the page. */
  protected say<T>(zh: T, en: T): T {
    return this.language === 'en' ? en : zh;
  }

  button(name: string | RegExp, within: Locator | Page = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A text field by its label. */
  field(name: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('textbox', { name, exact: true });
  }

  /** What the page says went wrong; Next keeps an alert of its own, which tells that the page has changed. */
  get error(): Locator {
    return this.page.getByRole('alert').and(this.page.locator(':not(#__next-route-announcer__)'));
  }

  /** The page's one heading. */
  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** Opens a menu by its button and chooses an entry. */
  protected async choose(menu: string, entry: string | RegExp): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Chooses an option of a drop-down list that its label names. */
  protected async select(box: Locator, option: string | RegExp): Promise<void> {
    await box.click();
    await this.page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
  }

  /** Finds one option of a long list by typing, and takes it. */
  protected async pick(box: Locator, text: string): Promise<void> {
    await box.fill(text);
    await this.page.getByRole('option', { name: text }).first().click();
  }

  /** Ticks a box by its words. */
  protected async check(name: string): Promise<void> {
    const box = this.page.getByRole('checkbox', { name });
    if (!(await box.isChecked())) await this.page.getByText(name, { exact: true }).click();
    await expect(box).toBeChecked();
  }
}
