import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Api } from './api';
import { expectAccessible } from './axe';
import type { Theme } from './pages/frame';
import type { Language } from './pages/screen';
import { NO_SESSION, People, type Role, type Session } from './people';
import { runSettings } from './run-settings';

export interface JourneyOptions {
  language: Language;
  theme: Theme;
  /** Who is signed in when the journey begins; null: nobody. */
  role: Role | null;
}

interface Fixtures {
  /** Checks what the page shows now. */
  accessible: (state: string, page?: Page) => Promise<void>;
  /** Requests in the name of somebody with this role, through the documented routes. */
  api: (role: Role) => Promise<Api>;
  /** A page in another browser: of somebody else, or of nobody yet. */
  elsewhere: (session: Session | null) => Promise<Page>;
  /** Fails a journey in which a page threw, or complained on its console. */
  quietConsole: undefined;
}

interface Shared {
  people: People;
}

/** What a browser says of an answer that isn't a success; the page itself says what there is to do about it. */
const NETWORK_NOISE = /Failed to load resource|net::ERR_/;

async function preferences(language: Language, theme: Theme) {
  const { address: url } = await runSettings();
  return [
    { name: 'tagloom-locale', value: language, url },
    { name: 'tagloom-theme', value: theme, url },
  ];
}

export const test = base.extend<JourneyOptions & Fixtures, Shared>({
  language: ['zh-CN', { option: true }],
  theme: ['light', { option: true }],
  role: ['approver', { option: true }],

  people: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
    async ({}, use) => use(new People((await runSettings()).address)),
    { scope: 'worker' },
  ],

  storageState: async ({ people, role }, use) => use(role === null ? NO_SESSION : await people.session(role)),

  context: async ({ context, language, theme }, use) => {
    await context.addCookies(await preferences(language, theme));
    await use(context);
  },

  elsewhere: async ({ browser, language, theme }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (session) => {
      const context = await browser.newContext({ storageState: session ?? NO_SESSION });
      contexts.push(context);
      await context.addCookies(await preferences(language, theme));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  accessible: async ({ page }, use) => use((state, other = page) => expectAccessible(other, state)),

  api: async ({ people }, use) => {
    const open: Api[] = [];
    await use(async (role) => {
      const api = new Api(await people.requests(role));
      open.push(api);
      return api;
    });
    for (const api of open) await api.close();
  },

  quietConsole: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error' && !NETWORK_NOISE.test(message.text()))
          complaints.push(message.text());
      });
      await use(undefined);
      expect(complaints, 'errors of the pages').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
