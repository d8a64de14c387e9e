/** Draws its host anew once a second while it is on the page. What time it is comes from the store, never from here. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class EverySecond implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
