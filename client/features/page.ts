/** How a page and the frame around it speak: a page says what it shows, and asks to go elsewhere. Must not know the frame. */

/** The page has something to show: its title, and whether it wants the whole window without a footer. */
export class PageShown extends Event {
  static readonly type = 'plenary-page-shown';
  readonly pageTitle: string;
  readonly fills: boolean;

  constructor(pageTitle: string, fills = false) {
    super(PageShown.type, { bubbles: true, composed: true });
    this.pageTitle = pageTitle;
    this.fills = fills;
  }
}

/** A page asks to go to another address of this application. */
export class Going extends Event {
  static readonly type = 'plenary-going';
  readonly path: string;

  constructor(path: string) {
    super(Going.type, { bubbles: true, composed: true });
    this.path = path;
  }
}

export const go = (from: EventTarget, path: string): void => {
  from.dispatchEvent(new Going(path));
};

declare global {
  interface HTMLElementEventMap {
    'plenary-page-shown': PageShown;
    'plenary-going': Going;
  }
}
