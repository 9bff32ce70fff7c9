import { expect, type Locator } from '@playwright/test';
import { grouped } from '../cdnow';
import { Screen } from './screen';

interface Point {
  x: number;
  y: number;
}

/** A definition's drawing: header, palette, canvas, inspector and drawer. */
export class EditorPage extends Screen {
  readonly canvas = this.page.getByRole('region', { name: this.say('画布', 'Canvas'), exact: true });
  readonly sentence = this.page.getByRole('region', {
    name: this.say('规则的意思', 'What the rule says'),
    exact: true,
  });
  readonly palette = this.page.getByRole('complementary', { name: this.say('节点', 'Nodes'), exact: true });
  readonly drawer = this.page.getByRole('region', {
    name: this.say('问题、会员、原因和运行', 'Problems, members, why, runs'),
  });
  readonly outline = this.page.getByRole('treegrid', { name: this.say('大纲', 'Outline') });
  /** The inspector. */
  readonly settings = this.page.getByRole('region', { name: this.say('设置', 'Settings'), exact: true });
  readonly undo = this.button(this.say('撤销', 'Undo'));
  readonly redo = this.button(this.say('重做', 'Redo'));
  readonly status = this.page.locator('[data-save]');

  async open(id: string, query = '', area = 'segments'): Promise<void> {
    await this.page.goto(`/${area}/${id}${query}`);
    await this.status.waitFor();
  }

  /** The cards of the canvas. */
  get cards(): Locator {
    return this.canvas.locator('[data-node]:not([data-port])');
  }

  /** The card of a node by its id. */
  node(id: string): Locator {
    return this.canvas.locator(`[data-node="${id}"]:not([data-port])`);
  }

  card(name: string): Locator {
    return this.cards.filter({ has: this.page.locator('header', { hasText: name }) });
  }

  port(card: Locator, side: 'in' | 'out', port: string): Locator {
    return card.locator(`[data-side="${side}"][data-port="${port}"]`);
  }

  handle(card: Locator, side: 'in' | 'out', port: string): Locator {
    return this.port(card, side, port).locator('.react-flow__handle');
  }

  /** Drags a kind of node from the palette to a point of the canvas. */
  async dragIn(type: string, to: Point): Promise<void> {
    const item = this.palette.getByRole('button', { name: type, exact: true });
    await item.dragTo(this.canvas, { targetPosition: to });
  }

  /** Drags a line from an output to an input. */
  async connect(from: Locator, port: string, to: Locator, input = 'in'): Promise<void> {
    await this.grip(this.handle(from, 'out', port));
    await this.dragTo(await centre(this.handle(to, 'in', input)));
    await this.page.mouse.up();
  }

  /** Lets go of a line on empty ground, where the list of what fits opens, and chooses from it. */
  async extend(from: Locator, port: string, by: Point, type: string): Promise<void> {
    const start = await this.grip(this.handle(from, 'out', port));
    await this.dragTo({ x: start.x + by.x, y: start.y + by.y });
    await this.page.mouse.up();
    await this.pickNode(type);
  }

  /** Presses the “+” of the edge between two cards, and chooses what stands between them then. */
  async insertInto(from: Locator, to: Locator, type: string): Promise<void> {
    const [source, target] = [await from.getAttribute('data-node'), await to.getAttribute('data-node')];
    const edge = this.canvas.locator(`.react-flow__edge[aria-label*="${source}"][aria-label*="${target}"]`);
    const plus = this.canvas.locator(`[data-insert="${await edge.getAttribute('data-id')}"]`);
    await plus.click();
    await this.pickNode(type);
  }

  async fit(): Promise<void> {
    await this.button(this.say('适应画面', 'Fit to view'), this.canvas).click();
    await this.settled();
  }

  /** The canvas moves a few frames after it was asked to: it rests when nothing moved for some. */
  private async settled(): Promise<void> {
    const viewport = this.canvas.locator('.react-flow__viewport');
    await viewport.evaluate(async (element) => {
      let before = '';
      for (let still = 0; still < 8; ) {
        await new Promise(requestAnimationFrame);
        const now = getComputedStyle(element).transform;
        still = now === before ? still + 1 : 0;
        before = now;
      }
    });
  }

  /** Chooses from the open list of what can be added. */
  async pickNode(type: string): Promise<void> {
    const list = this.page.getByRole('dialog').filter({ has: this.page.getByRole('searchbox') });
    await list.getByRole('menuitem', { name: type }).first().click();
    await expect(list).toBeHidden();
  }

  /** Gives the selected node a name of its own. */
  async rename(name: string): Promise<void> {
    await this.field(this.say('名称', 'Name'), this.settings).fill(name);
    await expect(this.card(name)).toBeVisible();
  }

  /** The number at a port, exact and of this drawing. */
  async expectCount(card: Locator, side: 'in' | 'out', port: string, n: number): Promise<void> {
    const number = this.port(card, side, port).getByRole('button');
    await expect(number).toHaveText(`=${grouped(n)}`, { timeout: 30_000 });
    await expect(number).not.toHaveClass(/dimmed/);
  }

  async pressCount(card: Locator, side: 'in' | 'out', port: string): Promise<void> {
    await this.port(card, side, port).getByRole('button').click();
  }

  /** Types the day that relative dates are measured from. */
  async asOf(day: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say(/^统计时点/, /^As of/) }).click();
    const [year = '', month = '', date = ''] = day.split('-');
    const dialog = this.page.getByRole('dialog', { name: this.say('统计时点', 'As of') });
    const typed = this.say([year, month, date], [month, date, year]);
    const segments = dialog.getByRole('spinbutton');
    for (const [index, text] of typed.entries()) {
      await segments.nth(index).click();
      await this.page.keyboard.type(text);
    }
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(this.page).toHaveURL(new RegExp(`asOf=${day}`));
  }

  /** Waits until everything is on the server. */
  async saved(): Promise<void> {
    await expect(this.status).toHaveAttribute('data-save', 'saved', { timeout: 30_000 });
  }

  /** Shows one of the drawer's parts. */
  async showDrawer(zh: string, en: string): Promise<void> {
    const tab = this.drawer.getByRole('button', { name: this.say(zh, en) }).first();
    if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
  }

  /** Explains a member by an identity. */
  async explain(identity: string): Promise<void> {
    await this.showDrawer('为什么', 'Why');
    await this.drawer.getByRole('searchbox').fill(identity);
    await this.button(this.say('查看原因', 'Explain'), this.drawer).click();
    await expect(this.page).toHaveURL(new RegExp(`member=${identity}`));
    // The answer about the member before stays, dimmed, until this one is here.
    await expect(this.drawer.locator('ol').first().locator('..')).toHaveAttribute('aria-busy', 'false');
  }

  /** The menu under the definition's name. */
  async menu(name: string, entry: string): Promise<void> {
    await this.page.locator('header').getByRole('button', { name }).click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** Drags a card by its head. */
  async dragCard(card: Locator, by: Point): Promise<void> {
    const start = await this.grip(card.locator('header'));
    await this.dragTo({ x: start.x + by.x, y: start.y + by.y });
    await this.page.mouse.up();
  }

  /** Draws a line and keeps it over a port: what the canvas says about it can be read. */
  async holdLine(
    from: Locator,
    port: string,
    to: Locator,
    input: string,
  ): Promise<{ letGo: () => Promise<void> }> {
    await this.grip(this.handle(from, 'out', port));
    await this.dragTo(await centre(this.handle(to, 'in', input)));
    return { letGo: () => this.page.mouse.up() };
  }

  /** Presses the button on something that rests; gives where. */
  private async grip(what: Locator): Promise<Point> {
    await what.hover();
    const start = await centre(what);
    await this.page.mouse.down();
    return start;
  }

  /** In steps, as a hand does: the canvas looks for the port under the pointer while it moves. */
  private async dragTo(to: Point): Promise<void> {
    await this.page.mouse.move(to.x + 2, to.y + 2, { steps: 8 });
    await this.page.mouse.move(to.x, to.y, { steps: 2 });
  }
}

/** The middle of something on the screen. */
export async function centre(of: Locator): Promise<Point> {
  const box = await of.boundingBox();
  if (!box) throw new Error(`Nothing of ${of} is on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
