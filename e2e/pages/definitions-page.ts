import { expect, type Locator } from '@playwright/test';
import { type Language, Screen } from './screen';

type Kind = 'segment' | 'tag' | 'layering';

const places: Record<Kind, string> = { segment: '/segments', tag: '/tags', layering: '/layers' };

const titles: Record<Kind, Record<Language, string>> = {
  segment: { 'zh-CN': '分群', en: 'Segments' },
  tag: { 'zh-CN': '标签', en: 'Tags' },
  layering: { 'zh-CN': '分层', en: 'Layers' },
};
const creating: Record<Kind, Record<Language, string>> = {
  segment: { 'zh-CN': '新建分群', en: 'New segment' },
  tag: { 'zh-CN': '新建标签', en: 'New tag' },
  layering: { 'zh-CN': '新建分层', en: 'New layering' },
};

/** The list of tags, of segments or of layerings. */
export class DefinitionsPage extends Screen {
  async open(kind: Kind): Promise<void> {
    await this.page.goto(places[kind]);
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
    await expect(this.page).toHaveURL(/\/(segments|tags|layers)\/[^/?]+(\?|$)/);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}
