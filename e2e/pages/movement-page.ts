import { expect, type Locator } from '@playwright/test';
import { grouped } from '../cdnow';
import { Screen } from './screen';

/** Where the members of a layering are, and how they got there. */
export class MovementPage extends Screen {
  readonly pyramid = this.page.getByRole('list', { name: this.say('金字塔', 'Pyramid') });
  readonly funnel = this.page.getByRole('list', { name: this.say('漏斗', 'Funnel') });
  readonly matrix = this.page.getByRole('table', { name: this.say('流转矩阵', 'Movement matrix') });
  readonly flows = this.page.getByRole('img', { name: this.say(/条流向/, /flows?;/) });
  readonly members = this.page.getByRole('dialog');

  async open(id: string, query = ''): Promise<void> {
    await this.page.goto(`/layers/${id}/movement${query}`);
    await this.pyramid.waitFor({ timeout: 30_000 });
  }

  /** The number of a cell by its two layers; the whole of a row or column has no such cell. */
  cell(from: string, to: string): Locator {
    return this.matrix.getByRole('button', {
      name: from === to ? this.say(`留在“${from}”`, `Stayed in “${from}”`) : `${from} → ${to}`,
    });
  }

  async expectCell(from: string, to: string, n: number): Promise<void> {
    await expect(this.cell(from, to)).toHaveText(new RegExp(`^[↑↓]?${grouped(n)}$`));
  }

  async expectLayers(layers: readonly (readonly [name: string, n: number])[]): Promise<void> {
    await expect(this.pyramid.getByRole('listitem')).toHaveCount(layers.length);
    for (const [index, [name, n]] of layers.entries()) {
      const row = this.pyramid.getByRole('listitem').nth(index);
      await expect(row).toContainText(name);
      await expect(row).toContainText(grouped(n));
    }
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.members).toBeHidden();
  }
}
