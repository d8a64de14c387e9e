// A person without a mouse: reaches things by Tab alone, and notes every stop where the focus could not be seen. Never clicks, never focuses by script.
import type { Page } from 'playwright-core';

/** More stops than any view has: whoever walks further goes round in circles. */
const STOPS = 80;

interface Stop {
  readonly words: string;
  readonly tag: string;
  readonly isSeen: boolean;
}

export class Keyboard {
  readonly page: Page;
  /** Stops that had no visible focus, by what they say. */
  readonly unseen = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  /** The focused element through every shadow root: its name, and whether an outline, a shadow or a caret shows that it is focused. */
  stop(): Promise<Stop> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (at === null || at === document.body) return { words: '', tag: 'BODY', isSeen: true };
      const style = getComputedStyle(at);
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      const labels = 'labels' in at ? [...(at as HTMLInputElement).labels!] : [];
      const words = [at.getAttribute('aria-label'), ...labels.map((label) => label.textContent), at.textContent];
      return {
        words: (words.find((text) => text?.trim()) ?? '').trim().replace(/\s+/g, ' '),
        tag: at.tagName,
        isSeen: outlined || style.boxShadow !== 'none' || (at as HTMLElement).isContentEditable,
      };
    });
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Walks with Tab (or back with Shift+Tab) until the focus stands on what says so. */
  async reach(wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stops = 0; stops < STOPS; stops += 1) {
      const { words, tag, isSeen } = await this.stop();
      if (!isSeen) this.unseen.add(`${tag} ${words}`);
      if (wanted.test(words)) return;
      passed.push(words.slice(0, 30));
      await this.press(key);
    }
    throw new Error(`${wanted} is not reached by ${key}; passed: ${passed.join(' | ')}`);
  }

  async use(wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(wanted, key);
    await this.press('Enter');
  }
}
