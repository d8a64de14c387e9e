/** Tells a page of a link pasted into the address bar while it is open: the browser loads nothing anew then. Must not know what is in the link. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class PastedLink implements ReactiveController {
  readonly #told: () => void;

  constructor(host: ReactiveControllerHost, told: () => void) {
    this.#told = told;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#told);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#told);
  }
}
