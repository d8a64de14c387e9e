/** What of a workshop an invitation tells: title, span, hosts and agenda with everybody's hours. Owns the choice; words.ts prints it. */
import { fullName } from '../directory/names.ts';
import { instant, type Instant, type OrganizationId, type PersonId } from '../kernel/ids.ts';
import { textIn, type Language } from '../kernel/language.ts';
import { lookUp } from '../kernel/records.ts';
import { projection, workshopEnd, type Span } from '../workshop/agenda/projection.ts';
import type { Presenter } from '../workshop/agenda/types.ts';
import type { WorkshopState } from '../workshop/workshop.ts';

export interface OccasionItem {
  readonly title: string;
  readonly span: Span | null;
  readonly presenters: readonly string[];
  /** Whoever is asked about gives it. */
  readonly isTheirs: boolean;
}

export interface Occasion {
  readonly title: string;
  readonly span: Span;
  readonly timeZone: string;
  readonly hosts: readonly string[];
  readonly items: readonly OccasionItem[];
}

/** Where nobody has said how long it takes. */
const USUAL_MS = 3_600_000;

/** When it is; null: no beginning is known. */
export const spanOf = (state: WorkshopState): Span | null => {
  const { startsAt } = state.brief;
  if (startsAt === undefined) return null;
  const end = workshopEnd(state);
  const until: Instant = end !== null && end > startsAt ? end : instant(startsAt + USUAL_MS);
  return { from: startsAt, until };
};

export const occasionOf = (state: WorkshopState, language: Language, person: PersonId | null): Occasion | null => {
  const span = spanOf(state);
  if (span === null) return null;
  const { brief, roster } = state;
  const organization = (one: OrganizationId): string => {
    const found = lookUp(roster.organizations, one);
    return found ? textIn(found.name, language) : '';
  };
  const nameOf = (presenter: Presenter): string => {
    if (presenter.kind === 'organization') return organization(presenter.organization);
    const found = lookUp(roster.people, presenter.person);
    return found ? fullName(found.name, language) : '';
  };
  return {
    title: textIn(brief.title, language),
    span,
    timeZone: brief.timeZone,
    hosts: brief.hosts.map(organization).filter((name) => name !== ''),
    items: projection(state, span.from)
      .items.filter(({ item }) => item.status !== 'dropped')
      .map(({ item, planned }) => ({
        title: textIn(item.title, language),
        span: planned,
        presenters: item.presenters.map(nameOf).filter((name) => name !== ''),
        isTheirs: person !== null && item.presenters.some((one) => one.kind === 'person' && one.person === person),
      })),
  };
};
