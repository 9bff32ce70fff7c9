import { expect, type Locator } from '@playwright/test';
import { type Language, Screen } from './screen';

export type Theme = 'system' | 'light' | 'dark';

/** What surrounds every page: the rail, the top bar and what opens from them. */
export class Frame extends Screen {
  readonly rail = this.page.getByRole('navigation', { name: this.say('主导航', 'Main navigation') });
  readonly breadcrumb = this.page.getByRole('navigation', { name: this.say('当前位置', 'Where you are') });
  readonly toast: Locator = this.page.getByRole('region', { name: this.say('通知', 'Notifications') });

  /** Goes to an area of the rail by its name. */
  async goTo(zh: string, en: string): Promise<void> {
    await this.rail.getByRole('link', { name: this.say(zh, en) }).click();
  }

  async speak(language: Language): Promise<void> {
    await this.choose(this.say('语言', 'Language'), language === 'en' ? 'English' : '简体中文');
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
  }

  async look(theme: Theme): Promise<void> {
    const names: Record<Theme, string> = {
      system: this.say('跟随系统', 'Like the system'),
      light: this.say('浅色', 'Light'),
      dark: this.say('深色', 'Dark'),
    };
    await this.choose(this.say('外观', 'Appearance'), names[theme]);
    await expect(this.page.locator('html')).toHaveAttribute('data-theme', theme);
  }

  async signOut(): Promise<void> {
    await this.choose(this.say('账号菜单', 'Account menu'), this.say('退出登录', 'Sign out'));
  }

  /** Opens search and commands by their keys, types, and chooses what is found under this name. */
  async command(words: string, name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    const palette = this.page.getByRole('dialog', { name: this.say('搜索和命令', 'Search and commands') });
    await palette.getByRole('searchbox').fill(words);
    await expect(palette.getByRole('menuitem', { name })).toHaveAttribute('data-chosen', 'true');
    await this.page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
  }
}
