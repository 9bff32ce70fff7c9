import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';

/** What became of the lines of a file. */
export interface Outcome {
  readonly read: string | null;
  readonly accepted: string | null;
  readonly duplicates: string | null;
  readonly rejected: string | null;
}

/** Data › Imports › New import: from a file to stored events. */
export class ImportWizard extends Screen {
  readonly preview = this.page.getByRole('table', {
    name: this.say('前几行导入后的样子', 'The first rows as they would be stored'),
  });
  readonly tryIt = this.button(this.say('试导入', 'Try it'));
  readonly start = this.button(this.say('正式导入', 'Import'));

  async open(): Promise<void> {
    await this.page.goto('/data/imports/new');
    await this.heading(this.say('新建导入', 'New import')).waitFor();
  }

  /** Chooses a file, which is sent and looked at. */
  async chooseFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.button(this.say('选择文件', 'Choose a file')).click();
    await (await chooser).setFiles(file);
    await this.source.waitFor();
  }

  get source(): Locator {
    return this.field(this.say('来源', 'Source'));
  }

  /** Where the file is from, and that its people may be new. */
  async describeEvents(source: string, type: string, name: string): Promise<void> {
    await this.source.fill(source);
    const box = this.page.getByRole('combobox', { name: this.say('行为类型', 'Kind of event') });
    await box.fill(type);
    await box.press('Enter');
    await this.field(this.say('显示名称', 'Shown as')).fill(name);
    await this.check(this.say('没见过的人，建成新会员', 'Make members of people not yet known'));
  }

  /** Has the file read in another encoding. */
  async readIn(encoding: string): Promise<void> {
    await this.select(this.page.getByRole('button', { name: this.say('编码', 'Encoding') }), encoding);
  }

  /** How many lines of the file are in front of its table. */
  async skip(lines: number): Promise<void> {
    const field = this.field(this.say('表格前的行数', 'Lines before the table'));
    await field.fill(String(lines));
    await field.press('Enter');
  }

  /** The row of the form that says what a column of the file becomes. */
  column(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async becomes(column: string, zh: string, en: string): Promise<void> {
    const box = this.column(column).getByRole('button', { name: this.say('作为', 'Becomes') });
    const now = await box.textContent();
    if (!now?.includes(this.say(zh, en))) await this.select(box, this.say(zh, en));
    await expect(box).toContainText(this.say(zh, en));
  }

  /** A new field for a column: its name on the screen and its key. */
  async nameField(column: string, name: string, key: string): Promise<void> {
    const row = this.column(column);
    await this.field(this.say('名称', 'Name'), row).fill(name);
    await this.field(this.say('字段标识', 'Key'), row).fill(key);
  }

  /** Has a column read as calendar dates that are written in this way. */
  async readAsDates(column: string, pattern: string): Promise<void> {
    const row = this.column(column);
    const type = row.getByRole('button', { name: this.say('类型', 'Type') });
    await this.select(type, this.say('日期', 'calendar date'));
    const format = row.getByRole('combobox', { name: this.say('日期写法', 'Dates are written') });
    await this.pick(format, pattern);
    await expect(format).toHaveValue(pattern);
  }

  /** Has a column read as amounts of a currency. */
  async readAsMoney(column: string, currency: string): Promise<void> {
    const row = this.column(column);
    const type = row.getByRole('button', { name: this.say('类型', 'Type') });
    if (!(await type.textContent())?.includes(this.say('金额', 'money')))
      await this.select(type, this.say('金额', 'money'));
    const box = row.getByRole('combobox', { name: this.say('货币', 'Currency') });
    // The workspace's own is there already, and typing it again opens no list.
    if ((await box.inputValue()) !== currency) await this.pick(box, currency);
    await expect(box).toHaveValue(currency);
  }

  /** Takes over what was chosen when a file with these columns was imported before. */
  async useEarlierMapping(): Promise<void> {
    await this.button(this.say('套用以前的对应关系', 'Use an earlier mapping')).click();
    await this.page.getByRole('menuitem').first().click();
  }

  /** What the finished import, or its trial, says. */
  async outcome(): Promise<Outcome> {
    await expect(this.page.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
    const figure = (zh: RegExp, en: RegExp) =>
      this.page
        .locator('dl > div')
        .filter({ has: this.page.locator('dt', { hasText: this.say(zh, en) }) })
        .locator('dd')
        .first()
        .textContent();
    return {
      read: await figure(/^读取的行$/, /^Lines read$/),
      accepted: await figure(/^(已导入|可以导入)$/, /^(Imported|Would be imported)$/),
      duplicates: await figure(/^重复$/, /^Duplicates$/),
      rejected: await figure(/^被拒绝$/, /^Rejected$/),
    };
  }
}
