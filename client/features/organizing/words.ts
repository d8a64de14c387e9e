/** How a workshop is put into words in the organizer's lists: when, in both zones, and how ready it is. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { organizingArea, type OrganizingPhrase } from '../../../shared/languages/areas/organizing.ts';
import { bothZones } from '../../../shared/times/both-zones.ts';
import type { ListedWorkshop } from '../../connection/planning-api.ts';
import { titleIn } from '../title.ts';
import { ownZone } from '../in-both-zones.ts';

interface WhenWords {
  readonly there: string;
  readonly here: string;
}

export const whenWords = ({ startsAt, endsAt, glance }: ListedWorkshop, language: Language): WhenWords | null => {
  if (startsAt === null) return null;
  const own = ownZone();
  const { there, here, shiftText } = bothZones(
    { from: startsAt, until: endsAt },
    glance?.timeZone ?? own,
    own,
    language,
  );
  const offset = `${there.zone.replaceAll('_', ' ')}, ${there.offset}`;
  const shift = shiftText === '' ? '' : `, ${shiftText}`;
  return {
    there: language === 'en' ? `${there.text} (${offset})` : `${there.text}（${offset}）`,
    here:
      here === null ? '' : say(organizingArea, language, 'whenHere', { time: `${here.text}${shift} (${here.offset})` }),
  };
};

export const placeWords = ({ glance }: ListedWorkshop, language: Language): string => {
  if (glance === null) return '';
  const series =
    glance.series &&
    say(organizingArea, language, 'ordinal', { name: titleIn(glance.series.name, language), n: glance.series.ordinal });
  const hosts = glance.hosts.map((host) => titleIn(host, language)).join(language === 'en' ? ', ' : '、');
  return [series ?? '', hosts].filter((one) => one !== '').join(' · ');
};

/** Only what is known. */
export const readinessWords = (one: ListedWorkshop, language: Language): readonly string[] => {
  const t = (key: OrganizingPhrase, values?: Values): string => say(organizingArea, language, key, values);
  const { glance, phase, startsAt, endsAt } = one;
  if (phase === 'ended') return [t(`article.${one.article}`)];
  if (glance === null) return [];
  const isOver = startsAt !== null && endsAt !== null && glance.minutes * 60_000 > endsAt - startsAt;
  return [
    glance.speakers === 0 ? t('noSpeakers') : t('speakers', { confirmed: glance.confirmed, speakers: glance.speakers }),
    ...(glance.talks === 0 ? [] : [t('slides', { withSlides: glance.withSlides, talks: glance.talks })]),
    ...(isOver ? [t('over')] : []),
  ];
};

export const stateWords = ({ phase, stage }: ListedWorkshop, language: Language): string =>
  say(organizingArea, language, phase === 'scheduled' ? `stage.${stage}` : `phase.${phase}`);
