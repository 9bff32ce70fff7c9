import { expect, type Locator } from '@playwright/test';
import { centre } from './editor-page';
import { Screen } from './screen';

type Words = readonly [zh: string, en: string];

/** What an event row can count; the words on the screen. */
export const counted = {
  times: ['次数', 'how often'],
  days: ['发生的天数', 'number of days'],
  total: ['合计', 'total of'],
  last: ['最近一次时间', 'last time'],
} as const satisfies Record<string, Words>;

/** The form of a condition in the inspector. */
export class ConditionForm extends Screen {
  readonly panel = this.page.getByRole('region', { name: this.say('设置', 'Settings'), exact: true });

  /** Adds a row about an event, over all time unless told. */
  async askEvent(event: string, what: keyof typeof counted): Promise<void> {
    await this.button(this.say('添加条件', 'Add a condition'), this.panel).click();
    await this.chooseEvent(event, what);
  }

  /** Chooses an event for what is asked about last, over all time unless told. */
  async chooseEvent(event: string, what: keyof typeof counted): Promise<void> {
    await this.panel
      .getByRole('button', { name: this.say(/^判断的内容/, /^Asks about/) })
      .last()
      .click();
    const list = this.page.getByRole('dialog', {
      name: this.say('选择要判断的内容', 'Choose what to ask about'),
    });
    await list.getByRole('searchbox').fill(event);
    const first = list.getByRole('menuitem', { name: event }).first();
    await expect(first).toBeVisible();
    await first.click();
    const [zh, en] = counted[what];
    await this.set(this.say('统计方式', 'What is counted'), this.say(zh, en));
    await this.set(this.say('时间范围', 'Window'), this.say('不限时间', 'ever'));
  }

  async property(name: string): Promise<void> {
    await this.set(this.say('属性', 'Property'), name);
  }

  async compare(operator: string | RegExp): Promise<void> {
    await this.set(this.say('比较方式', 'Comparison'), operator);
  }

  /** Types the number that is compared with. */
  async value(text: string): Promise<void> {
    await this.number(this.say('值', 'Value'), text);
  }

  /** Types how many days. */
  async span(text: string): Promise<void> {
    await this.number(this.say('数量', 'How many'), text);
  }

  /** What a single number that is compared with can be dragged by. */
  get slider(): Locator {
    return this.panel.getByRole('slider', { name: this.say('拖动调整值', 'Drag the Value') });
  }

  /** The number that the slider stands at. */
  async slid(): Promise<number> {
    return Number(await this.slider.inputValue());
  }

  /**
   * Drags the slider to shares of its length, one after the other; `look` sees what is on the screen while the button is
   * still down.
   */
  async slide(shares: readonly number[], look: (value: number) => Promise<void>): Promise<void> {
    const track = await this.panel
      .getByRole('group', { name: this.say('拖动调整值', 'Drag the Value') })
      .boundingBox();
    if (!track) throw new Error('There is no slider on the screen.');
    const { mouse } = this.page;
    const thumb = await centre(this.slider.locator('xpath=ancestor::*[@data-rac][1]'));
    await mouse.move(thumb.x, thumb.y);
    await mouse.down();
    for (const share of shares) {
      await mouse.move(track.x + track.width * share, thumb.y, { steps: 4 });
      await look(await this.slid());
    }
    await mouse.up();
  }

  private async number(label: string, text: string): Promise<void> {
    const field = this.panel.getByRole('textbox', { name: label, exact: true }).last();
    await field.fill(text);
    await field.press('Tab');
    await expect(field).toHaveValue(text);
  }

  /** Chooses in a drop-down list of the form unless it is chosen already. */
  private async set(label: string, option: string | RegExp): Promise<void> {
    const box: Locator = this.panel.getByRole('button', { name: label }).last();
    await this.select(box, option);
    await expect(box).toContainText(option);
  }
}
