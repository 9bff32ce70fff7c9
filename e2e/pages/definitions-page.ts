import { expect, type Locator } from '@playwright/test';
import { type Language, Screen } from './screen';

type Kind = 'segment' | 'tag';

const titles: Record<Kind, Record<Language, string>> = {
  segment: { 'zh-CN': '分群', en: 'Segments' },
  tag: { 'zh-CN': '标签', en: 'Tags' },
};
const creating: Record<Kind, Record<Language, string>> = {
  segment: { 'zh-CN': '新建分群', en: 'New segment' },
  tag: { 'zh-CN': '新建标签', en: 'New tag' },
};

/** The list of tags or of segments. */
export class DefinitionsPage extends Screen {
  async open(kind: Kind): Promise<void> {
    await this.page.goto(kind === 'segment' ? '/segments' : '/tags');
    await this.heading(titles[kind][this.language]).waitFor();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Makes a new one and gives its id; the editor is open then. */
  async create(kind: Kind, name: string, template?: string): Promise<string> {
    await this.button(creating[kind][this.language]).first().click();
    if (template) await this.dialog.getByRole('radio', { name: template }).click();
    else await this.field(this.say('名称', 'Name'), this.dialog).fill(name);
    await this.button(this.say('创建', 'Create'), this.dialog).click();
    await expect(this.page).toHaveURL(/\/(segments|tags)\/[^/?]+(\?|$)/);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
