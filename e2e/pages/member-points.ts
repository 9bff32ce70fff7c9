import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';

/** The points of a member, on the member's page. */
export class MemberPoints extends Screen {
  readonly redeemButton = this.button(this.say('兑换', 'Redeem'), this.page.getByRole('main'));
  readonly adjustButton = this.button(this.say('调整', 'Adjust'), this.page.getByRole('main'));
  readonly ledger = this.page.getByRole('region', { name: this.say('流水', 'Ledger') });
  readonly dialog = this.page.getByRole('dialog');

  async open(member: string): Promise<void> {
    await this.page.goto(`/members/${encodeURIComponent(member)}`);
    await this.adjustButton.or(this.ledger).first().waitFor();
  }

  /** What stands beside a name: `可用积分`. */
  figure(name: string): Locator {
    return this.page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  }

  /** The n-th entry of the ledger, the newest first. */
  entry(index: number): Locator {
    return this.ledger.getByRole('listitem').nth(index);
  }

  /** Fills in the open dialog and sends it. */
  async book(points: number, note: string): Promise<void> {
    const amount = this.field(this.say('积分数', 'How many'), this.dialog);
    await amount.fill(String(points));
    await amount.blur();
    await this.field(this.say('备注', 'Note'), this.dialog).fill(note);
    await this.send.click();
  }

  get send(): Locator {
    return this.button(/^(兑换|调整|Redeem|Adjust)$/, this.dialog);
  }

  async booked(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }
}
