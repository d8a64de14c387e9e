/** Who has spoken how long, by person and by organization; ticks while somebody speaks. For the desk, and for all where the workshop wishes it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { textIn } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { deskArea } from '../../../shared/languages/areas/desk.ts';
import { talkTimeTable, type TalkTime } from '../../../shared/workshop/floor/talk-times.ts';
import { clockText } from '../room/clock-text.ts';
import { EverySecond } from '../room/every-second.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-talk-times')
export class TalkTimesView extends Region {
  static override styles = [
    ...controls,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        margin-block: var(--gap-2);
      }
      th,
      td {
        padding: var(--gap-1) 0;
        border-bottom: 1px solid var(--hairline);
        text-align: start;
        font-weight: 400;
      }
      td {
        text-align: end;
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    this.addController(new EverySecond(this));
  }

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (view === null) return nothing;
    const { people, organizations } = talkTimeTable(view, this.store.now());
    if (people.length === 0) return html`<p class="quiet-words">${say(deskArea, language, 'nobodySpoke')}</p>`;
    const shown = people.filter(({ key }) => !Object.hasOwn(view.attendance.optedOut, key));
    return html`${this.#table(shown, (id) => {
      const person = lookUp(view.roster.people, id);
      return person === undefined ? '…' : fullName(person.name, language);
    })}
    ${
      organizations.length < 2
        ? nothing
        : this.#table(organizations, (id) => {
            const organization = id === null ? undefined : lookUp(view.roster.organizations, id);
            return organization === undefined
              ? say(deskArea, language, 'noOrganization')
              : textIn(organization.name, language);
          })
    }`;
  }

  #table<Key>(rows: readonly TalkTime<Key>[], name: (key: Key) => string): TemplateResult {
    return html`<table>
      ${rows.map(
        ({ key, ms, speeches }) =>
          html`<tr>
            <th scope="row">${name(key)}</th>
            <td class="clock">${clockText(ms)}</td>
            <td class="quiet-words">&nbsp;${say(deskArea, this.language, 'speeches', { speeches })}</td>
          </tr>`,
      )}
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-talk-times': TalkTimesView;
  }
}
