/** The link to an item's slides, for everybody; nothing where there is none. It opens beside the room and tells the other side nothing of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { DECK_ADDRESS, type AgendaItem } from '../../../shared/workshop/agenda/types.ts';

export const deckLink = ({ deck = '', title }: AgendaItem, language: Language): TemplateResult | typeof nothing =>
  DECK_ADDRESS.test(deck)
    ? html`<a
        class="deck"
        href=${deck}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
        aria-label=${say(agendaArea, language, 'deckOf', { title: textIn(title, language) })}
        >${say(agendaArea, language, 'deck')}</a
      >`
    : nothing;
