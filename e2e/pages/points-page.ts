import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';

/** Data › Points: the programme, its rules, and the form of a rule. */
export class PointsPage extends Screen {
  readonly title = this.heading(this.say('积分', 'Points'));
  readonly make = this.page.getByRole('link', { name: this.say('新建规则', 'New rule') }).first();
  readonly rules = this.page.getByRole('table', { name: this.say('规则', 'Rules') });
  readonly runNow = this.button(this.say('立即计算', 'Run now'));
  readonly save = this.button(this.say('保存', 'Save'));

  async open(): Promise<void> {
    await this.page.goto('/data/points');
    await this.title.waitFor();
  }

  rule(name: string): Locator {
    return this.rules.getByRole('row').filter({ hasText: name });
  }

  /** The switch that pauses a rule and lets it go on. */
  switchOf(name: string): Locator {
    return this.page.getByRole('switch', { name: this.say(`启用“${name}”`, `${name} is active`) });
  }

  /** One of the programme's figures, by its name. */
  total(name: string): Locator {
    return this.page.locator('dl > div').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async nameRule(name: string): Promise<void> {
    await this.field(this.say('名称 简体中文', 'Name 简体中文')).fill(name);
  }

  async number(label: string, value: string): Promise<void> {
    const box = this.field(label);
    await box.fill(value);
    await box.blur();
  }

  /** Runs the programme and waits until it has ended. */
  async run(): Promise<void> {
    await this.runNow.click();
    await expect(this.page.getByText(this.say('开始计算积分', 'The points run has begun'))).toBeVisible();
    await expect(this.runNow).toBeEnabled({ timeout: 120_000 });
  }
}
