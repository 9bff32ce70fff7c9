import { expect, type Locator } from '@playwright/test';
import { grouped } from '../cdnow';
import { Screen } from './screen';

/** From an audience to a file. */
export class ExportDialog extends Screen {
  readonly box: Locator = this.page.getByRole('dialog', { name: this.say(/^导出“/, /^Export “/) });

  /** How many rows the file will have. */
  async expectRows(n: number): Promise<void> {
    const rows = this.say('文件行数', 'Rows of the file');
    const figure = this.box.locator('dl > div').filter({ has: this.page.locator('dt', { hasText: rows }) });
    await expect(figure.locator('dd').first()).toHaveText(grouped(n), { timeout: 60_000 });
  }

  async chooseColumns(...paths: readonly string[]): Promise<void> {
    await this.button(this.say('无', 'None'), this.box).click();
    for (const path of paths) await this.box.getByText(path, { exact: true }).click();
  }

  async showInFull(): Promise<void> {
    await this.box.getByText(this.say('完整显示', 'In full'), { exact: true }).click();
    await expect(this.box.getByRole('radio', { name: this.say('完整显示', 'In full') })).toBeChecked();
  }

  async start(): Promise<void> {
    await this.button(this.say('导出', 'Export'), this.box).click();
  }

  /** The text of the finished file. */
  async download(): Promise<string> {
    return (await this.fetched(this.say('下载文件', 'Download the file'))).toString('utf8');
  }

  async manifest(): Promise<unknown> {
    return JSON.parse((await this.fetched(this.say('下载清单', 'Download the manifest'))).toString('utf8'));
  }

  private async fetched(link: string): Promise<Buffer> {
    const button = this.box.getByRole('link', { name: link });
    await button.waitFor({ timeout: 60_000 });
    const download = this.page.waitForEvent('download');
    await button.click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
