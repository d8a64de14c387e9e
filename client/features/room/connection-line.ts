/** The state of the connection in words, above the room; nothing while all is well. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import type { ConnectionState } from '../../connection/connection.ts';
import { Region } from './region.ts';
import { controls } from './styles.ts';

const wordsOfConnection = (state: ConnectionState, language: Language): string | null => {
  switch (state.kind) {
    // An end is told on a page of its own.
    case 'up':
    case 'ended':
      return null;
    case 'connecting':
      return say(roomArea, language, 'connecting');
    case 'waiting':
      return say(roomArea, language, 'waiting', { attempt: state.attempt });
    case 'offline':
      return say(roomArea, language, 'offline');
  }
};

@customElement('plenary-connection-line')
export class ConnectionLine extends Region {
  static override styles = [
    ...controls,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--gap-3);
        padding: var(--gap-2) var(--gap-4);
        background: var(--amber-wash);
        border-bottom: 1px solid var(--amber);
      }
    `,
  ];

  override render(): TemplateResult {
    const state = this.store.connection$.get();
    const words = wordsOfConnection(state, this.language);
    return html`<div role="status">
      ${
        words === null
          ? nothing
          : html`<p>
              <span>${words}</span>
            </p>`
      }
    </div>`;
  }
}
