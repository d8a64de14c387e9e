// One person in a browser context of their own, as the tour sees them. Knows how the client remembers seats and language, nothing of servers.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../../shared/kernel/language.ts';
import type { SeatKey } from '../node-participant.ts';

export interface VisitorOptions {
  readonly language?: Language;
  /** A seat taken already: the door is passed by. */
  readonly seat?: SeatKey;
  readonly width?: number;
  /** `name=value` of a session: the visitor is signed in. */
  readonly cookie?: string;
  /** The reader's own zone. */
  readonly timeZone?: string;
  readonly heard?: (requested: string) => void;
}

/** How a view is looked at. */
export interface Look {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** Generous: only a view that never comes should fail, not a busy machine. */
const LIMIT_MS = 60_000;

export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page threw or logged as an error, for the report. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async come(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
    const { language = 'en', seat, width = 1440, timeZone = 'Asia/Shanghai', heard, cookie } = options;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: 900 },
      permissions: ['microphone', 'camera'],
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
      timezoneId: timeZone,
      reducedMotion: 'reduce',
    });
    if (heard) context.on('request', (request) => heard(request.url()));
    if (seat) {
      const kept = JSON.stringify({ seat: seat.seat, seatToken: seat.seatToken });
      await context.addInitScript(([key, value]) => localStorage.setItem(key, value), [
        `plenary.seat.${seat.workshop}`,
        kept,
      ] as const);
    }
    if (cookie !== undefined) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const visitor = new Visitor(context, page);
    page.on('pageerror', (error) => visitor.faults.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error') visitor.faults.push(line.text());
    });
    page.on('websocket', (socket) => heard?.(socket.url()));
    return visitor;
  }

  async speak(language: Language): Promise<void> {
    // Program Updates are the server's pages: each language has an address of its own, when there is that edition.
    const edition = this.page.locator(`body > header a[lang="${language}"]`);
    if (await edition.count()) return edition.click();
    if (!(await this.page.locator('plenary-app').count())) return;
    await this.page.locator(`plenary-app nav button[lang="${language}"]`).click();
    await this.page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  }

  async look({ language, theme, width }: Look): Promise<void> {
    await this.page.setViewportSize({ width, height: width < 500 ? 740 : 900 });
    await this.page.emulateMedia({ colorScheme: theme });
    await this.speak(language);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
