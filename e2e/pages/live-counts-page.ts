import type { Locator } from '@playwright/test';
import { Screen } from './screen';

/** Settings › Live counts. */
export class LiveCountsPage extends Screen {
  readonly columns = this.page.getByRole('table', { name: this.say('已加载的字段', 'Loaded fields') });

  async open(): Promise<void> {
    await this.page.goto('/settings/live-counts');
    await this.heading(this.say('实时计数', 'Live counts')).waitFor();
  }

  /** What stands under a term: a figure, or the outcome of a check. */
  figure(zh: string, en: string): Locator {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${this.say(zh, en)}$`) });
    return term.locator('xpath=following-sibling::dd[1]');
  }

  /** What a figure says besides, in small print. */
  detail(zh: string, en: string): Locator {
    return this.figure(zh, en).locator('xpath=following-sibling::dd[1]');
  }

  column(path: string): Locator {
    return this.columns.getByRole('row').filter({ hasText: path });
  }
}
