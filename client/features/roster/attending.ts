/** Who is named as attending: organizations and groups of the roster, each with its tick. Owns the order in which they come to be named. */
import { html, nothing, type TemplateResult } from 'lit';
import { groupText } from '../../../shared/directory/groups.ts';
import { organizationInFull } from '../../../shared/directory/organizations.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { lookUp, valuesOf } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { rosterArea } from '../../../shared/languages/areas/roster.ts';
import type { Attending, RosterState } from '../../../shared/workshop/roster/types.ts';

const isSame = (a: Attending, b: Attending): boolean =>
  a.kind === 'organization'
    ? b.kind === 'organization' && a.organization === b.organization
    : b.kind === 'group' && a.group === b.group;

export const attendingList = (
  roster: RosterState,
  language: Language,
  set: (attending: readonly Attending[]) => void,
): TemplateResult => {
  const all: readonly { readonly who: Attending; readonly words: string }[] = [
    ...valuesOf(roster.organizations).map((one) => ({
      who: { kind: 'organization', organization: one.id } as const,
      words: organizationInFull(one, language).replace(/^the /, ''),
    })),
    ...valuesOf(roster.groups).map((one) => ({
      who: { kind: 'group', group: one.id } as const,
      words: groupText(one, lookUp(roster.organizations, one.of), language),
    })),
  ];
  const place = ({ who }: (typeof all)[number]): number => {
    const at = roster.attending.findIndex((one) => isSame(one, who));
    return at === -1 ? roster.attending.length : at;
  };
  const t = (key: 'attending' | 'attendingText' | 'nobodyAttends'): string => say(rosterArea, language, key);
  return html`<h3 id="attending">${t('attending')}</h3>
    <p class="quiet-words">${all.length === 0 ? t('nobodyAttends') : t('attendingText')}</p>
    ${
      all.length === 0
        ? nothing
        : html`<ul aria-labelledby="attending">
            ${all
              .toSorted((a, b) => place(a) - place(b))
              .map(({ who, words }) => {
                const others = roster.attending.filter((one) => !isSame(one, who));
                const isNamed = others.length < roster.attending.length;
                return html`<li>
                  <label class="tick"
                    ><input
                      type="checkbox"
                      .checked=${isNamed}
                      @change=${() => set(isNamed ? others : [...others, who])}
                    /><span>${words}</span></label
                  >
                </li>`;
              })}
          </ul>`
    }`;
};
