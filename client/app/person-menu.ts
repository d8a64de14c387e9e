/** Who is signed in, in the frame's corner, and where they may go from here. Owns the menu; says by an event that somebody wants to sign out. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../shared/kernel/language.ts';
import { say, type Values } from '../../shared/languages/area.ts';
import { shellArea } from '../../shared/languages/areas/shell.ts';
import type { Me } from '../connection/account-api.ts';
import { titleIn } from '../features/title.ts';
import { base, buttons } from '../ui/base.css.ts';
import { icon } from '../ui/icon.ts';
import '../ui/menu.ts';
import { placesOf } from './places.ts';

/** Somebody wants to be signed in no longer. */
class SignOutEvent extends Event {
  static readonly type = 'plenary-sign-out';
  constructor() {
    super(SignOutEvent.type);
  }
}

@customElement('plenary-person-menu')
export class PlenaryPersonMenu extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        flex: none;
      }

      .face {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
      }

      .wide {
        max-width: 12rem;
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .narrow {
        display: none;
      }

      ui-menu > .place {
        justify-content: flex-start;
        min-height: var(--target);
        padding-block: var(--gap-1);
        border-color: transparent;
        background: transparent;
        overflow-wrap: anywhere;
        text-align: start;
        white-space: normal;
      }

      ui-menu > .place:hover,
      ui-menu > .place[aria-current] {
        background: var(--shade);
      }

      ui-menu > .who {
        padding: var(--gap-2) var(--gap-3);
        border-block-end: 1px solid var(--hairline);
        overflow-wrap: anywhere;
      }

      .who strong {
        display: block;
        font-weight: 600;
      }

      ui-menu > .last {
        margin-block-start: var(--gap-1);
        border-block-start-color: var(--hairline);
        border-radius: 0 0 var(--round) var(--round);
      }

      @media (max-width: 30rem) {
        .wide {
          display: none;
        }

        .narrow {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) me: Me | null = null;

  private t(key: keyof (typeof shellArea)['en'], values?: Values): string {
    return say(shellArea, this.language, key, values);
  }

  override render(): TemplateResult | typeof nothing {
    const { me, language } = this;
    if (!me) return nothing;
    return html`<nav aria-label=${this.t('person')}>
      <ui-menu .label=${this.t('personMenu', { name: me.name })}>
        <span slot="face" class="face">
          <span class="wide">${me.name}</span><span class="narrow">${icon('person')}</span>${icon('chevron')}
        </span>
        <p class="who"><strong>${me.name}</strong><span class="soft small">${me.emails.join(' · ')}</span></p>
        ${placesOf(me).map(
          (place) =>
            html`<a
              class="button place"
              href=${place.path}
              aria-current=${location.pathname === place.path ? 'page' : nothing}
              >${place.kind === 'organization' ? titleIn(place.name, language) : this.t(place.kind)}</a
            >`,
        )}
        <button class="place last" @click=${() => this.dispatchEvent(new SignOutEvent())}>${this.t('signOut')}</button>
      </ui-menu>
    </nav>`;
  }
}
