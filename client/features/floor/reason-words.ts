/** Why an entry of the queue stands where it stands, in words. Pure. Figures of time are the desk's, unless the workshop shows them to everyone. */
import { organizationInShort } from '../../../shared/directory/organizations.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { OrganizationId } from '../../../shared/kernel/ids.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import type { Reason } from '../../../shared/workshop/floor/arrange.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { clockText } from '../room/clock-text.ts';

/** Empty for the order of arrival, which needs no word. */
export const reasonWords = (
  { roster }: Pick<WorkshopState, 'roster'>,
  reason: Reason,
  language: Language,
  showsTime: boolean,
): string => {
  switch (reason.why) {
    case 'arrival':
      return '';
    case 'spokenBefore':
      return say(floorArea, language, 'why.spokenBefore', { speeches: reason.speeches });
    case 'time':
      return showsTime
        ? say(floorArea, language, 'why.time', { time: clockText(reason.ms) })
        : say(floorArea, language, 'why.timeQuiet');
    case 'turns': {
      const { turns } = reason;
      const spoken = LANGUAGES.find((one) => one === reason.of);
      const organization = lookUp(roster.organizations, reason.of as OrganizationId);
      if (spoken !== undefined)
        return say(floorArea, language, 'why.turns', { of: say(floorArea, language, `language.${spoken}`), turns });
      return organization === undefined
        ? say(floorArea, language, 'why.turnsAlone', { turns })
        : say(floorArea, language, 'why.turns', { of: organizationInShort(organization, language), turns });
    }
    default:
      return say(floorArea, language, `why.${reason.why}`);
  }
};
