import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** What react-aria has just told screen readers: it is gone in seconds, and may outlive the button that it named. */
const ANNOUNCEMENTS = '[data-live-announcer]';

/** No violation of WCAG 2.1 A and AA in what the page shows now; a failure names rule, place and cause. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude(ANNOUNCEMENTS).analyze();
  const said = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    places: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')} — ${failureSummary}`),
  }));
  expect(said, `accessibility of ${state}`).toEqual([]);
}
