import { expect } from '@playwright/test';
import { Screen } from './screen';

/** Two drawings of one definition, and the choice. */
export class ConflictDialog extends Screen {
  readonly box = this.page.getByRole('dialog', {
    name: this.say('同一份草稿有两处修改', 'This draft was changed in two places'),
  });
  readonly mine = this.box.getByRole('region', { name: this.say('这里的修改', 'Changed here') });
  readonly theirs = this.box.getByRole('region', { name: this.say('对方的修改', 'Changed there') });
  readonly clashes = this.box.getByRole('region', {
    name: this.say('两边都改了的节点', 'Nodes that both sides changed'),
  });

  combine(): Promise<void> {
    return this.decide(this.say('合并两边', 'Combine both'));
  }

  keepMine(): Promise<void> {
    return this.decide(this.say('保留这里的', 'Keep mine'));
  }

  takeTheirs(): Promise<void> {
    return this.decide(this.say('采用对方的', 'Take theirs'));
  }

  private async decide(verb: string): Promise<void> {
    await this.button(verb, this.box).click();
    await expect(this.box).toBeHidden();
  }
}
