import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';

/** The form of a layer, and the order of all of them where nothing is selected. */
export class LayerForm extends Screen {
  readonly panel = this.page.getByRole('region', { name: this.say('设置', 'Settings'), exact: true });
  readonly order = this.panel.getByRole('grid', {
    name: this.say('层级，从高到低', 'Layers, highest first'),
  });

  async fill(layer: { key: string; name: string; strategy?: string }): Promise<void> {
    await this.field(this.say('层级编号', 'Layer key'), this.panel).fill(layer.key);
    await this.field(this.say('名称（中文）', 'Name (Chinese)'), this.panel).fill(layer.name);
    await this.field(this.say('名称（英文）', 'Name (English)'), this.panel).fill(layer.name);
    if (layer.strategy) await this.field(this.say('运营策略', 'Strategy'), this.panel).fill(layer.strategy);
  }

  /** What stands in the order, from the top. */
  async expectOrder(...names: string[]): Promise<void> {
    await expect(this.order.getByRole('row')).toHaveText(names.map((name) => new RegExp(`^${name}`)));
  }

  private grip(name: string): Locator {
    return this.order.getByRole('button', { name: this.say(`拖动“${name}”`, `Drag “${name}”`) });
  }

  /** Takes a layer up, moves it to the end of the list and puts it down, all by keys. */
  async toEndByKeys(name: string): Promise<void> {
    const { keyboard } = this.page;
    await this.grip(name).focus();
    await keyboard.press('Enter');
    const places = this.order.getByRole('button', { name: this.say(/^插入/, /^Insert/) });
    await expect(places.and(this.page.locator(':focus'))).toHaveCount(1);
    await keyboard.press('End');
    await expect(places.last()).toBeFocused();
    await keyboard.press('Enter');
  }

  async dragBefore(name: string, other: string): Promise<void> {
    const row = (of: string) => this.order.getByRole('row', { name: of });
    await row(name).dragTo(row(other), { targetPosition: { x: 60, y: 2 } });
  }
}
