/**
 * Asks those whose words or portraits are to be published, and stands in the way until they have agreed. Owns links, answers and obstacles;
 * what is to be published is the desk's, who may ask is asked at the door.
 */
import { fullName } from '../../../shared/directory/names.ts';
import { subjectsOfCopy, subjectsOfEdition, type Subject } from '../../../shared/drafting/voices.ts';
import { instant, type Instant, type PersonId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import type { Obstacle } from '../../../shared/publication/obstacles.ts';
import { languagesOf, type Publication } from '../../../shared/publication/publication.ts';
import { isConsented } from '../../../shared/workshop/consents/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { hashSecret } from '../../accounts/secrets.ts';
import type { Clock, Mint } from '../../ports.ts';
import type { ApprovalLink, ApprovalStore, ApprovalWord } from '../../ports/drafts.ts';
import type { Outbox } from '../../ports/mail.ts';
import type { MayPublish } from '../../ports/updates.ts';
import type { DraftDesk } from '../drafting/desk.ts';
import { hashOf, standings, type Standing } from './subjects.ts';

const DAY_MS = 24 * 60 * 60_000;
const LINK_DAYS = 30;

export interface AskWish {
  readonly workshop: WorkshopId;
  readonly state: WorkshopState;
  readonly person: PersonId;
  readonly language: Language;
  readonly mail: string | null;
  readonly editor: string;
  readonly base: string;
}

export interface AskedSubject extends Subject {
  readonly hash: string;
  readonly standing: Standing | null;
}

export interface Opened {
  readonly link: ApprovalLink;
  readonly subjects: readonly AskedSubject[];
}

export interface Approvals extends MayPublish {
  isApproved(workshop: WorkshopId): Promise<(subject: Subject) => boolean>;
  /** Everything of the working copy that somebody is to agree to, with the links that are out. */
  overview(workshop: WorkshopId): Promise<{
    readonly asks: boolean;
    readonly subjects: readonly AskedSubject[];
    readonly links: readonly ApprovalLink[];
  }>;
  /** Neither withdrawn nor expired. */
  isOut(link: ApprovalLink): boolean;
  /** A new link, which ends the person's earlier ones; mailed where an address is given. */
  ask(wish: AskWish): Promise<string>;
  revoke(workshop: WorkshopId, person: PersonId): Promise<boolean>;
  /** Null: no such link, or no longer. All are answered alike. */
  open(secret: string): Promise<Opened | null>;
  /** False: what was shown has been changed meanwhile. */
  answer(
    opened: Opened,
    given: { readonly hash: string; readonly answer: ApprovalWord; readonly suggestion: string | null },
  ): Promise<boolean>;
}

const begins = (text: string): string => ([...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text);

export const createApprovals = (ports: {
  readonly store: ApprovalStore;
  readonly desk: Pick<DraftDesk, 'read'>;
  readonly stateOf: (workshop: WorkshopId) => Promise<WorkshopState | null>;
  readonly outbox: Pick<Outbox, 'post'>;
  readonly clock: Clock;
  readonly mint: Mint;
}): Approvals => {
  const { store, desk, stateOf, outbox, clock, mint } = ports;

  const asked = async (workshop: WorkshopId): Promise<readonly AskedSubject[]> => {
    const standing = standings(await store.answers(workshop));
    return subjectsOfCopy(await desk.read(workshop)).map((subject) => ({
      ...subject,
      hash: hashOf(subject),
      standing: standing(subject),
    }));
  };

  const isOut = ({ revokedAt, expiresAt }: ApprovalLink): boolean => revokedAt === null && expiresAt > clock.now();

  return {
    async isApproved(workshop) {
      const standing = standings(await store.answers(workshop));
      return (subject) => standing(subject)?.answer === 'approved';
    },

    async overview(workshop) {
      const { asksApproval } = await desk.read(workshop);
      return { asks: asksApproval, subjects: await asked(workshop), links: await store.links(workshop) };
    },

    isOut,

    async ask({ workshop, state, person, language, mail, editor, base }) {
      const secret = mint.secret();
      const now = clock.now();
      const expiresAt: Instant = instant(now + LINK_DAYS * DAY_MS);
      const id = mint.id();
      await store.issue({
        id,
        workshop,
        person,
        secretHash: hashSecret(secret),
        language,
        mail,
        createdAt: now,
        expiresAt,
        revokedAt: null,
        openedAt: null,
      });
      const url = `${base}/approve#${secret}`;
      if (mail !== null) {
        await outbox.post({
          key: `approval ${id}`,
          to: mail,
          template: 'approval',
          values: { url, editor, workshop: textIn(state.brief.title, language) },
          language,
          worthlessAfter: expiresAt,
        });
      }
      return url;
    },

    revoke: (workshop, person) => store.revoke(workshop, person, clock.now()),

    async open(secret) {
      const link = await store.findLink(hashSecret(secret));
      if (!link || !isOut(link)) return null;
      await store.opened(link.id, clock.now());
      return { link, subjects: (await asked(link.workshop)).filter(({ person }) => person === link.person) };
    },

    async answer({ link, subjects }, { hash, answer, suggestion }) {
      const subject = subjects.find((one) => one.hash === hash);
      if (!subject) return false;
      await store.answer({
        id: mint.id(),
        workshop: link.workshop,
        person: link.person,
        link: link.id,
        kind: subject.kind,
        hash,
        answer,
        suggestion,
        at: clock.now(),
      });
      return true;
    },

    async obstacles(publication: Publication): Promise<readonly Obstacle[]> {
      const { workshop } = publication;
      const state = workshop && (await stateOf(workshop));
      if (!workshop || !state) return [];
      const { asksApproval } = await desk.read(workshop);
      const isApproved = await this.isApproved(workshop);
      // Whoever was asked has been told that nothing appears unless they agree, whatever the workshop asks for otherwise.
      const people = new Set((await store.links(workshop)).map(({ person }) => person));
      return languagesOf(publication).flatMap((language) => {
        const edition = publication.editions[language];
        return (edition ? subjectsOfEdition(edition, language) : []).flatMap((subject): readonly Obstacle[] => {
          const person = state.roster.people[subject.person];
          const name = person === undefined ? '' : fullName(person.name, language);
          const purposes = subject.kind === 'portrait' ? (['portrait'] as const) : (['name', 'quote'] as const);
          if (!purposes.every((purpose) => isConsented(state, subject.person, purpose)))
            return [{ code: 'publication/consentMissing', language, about: name }];
          if ((!asksApproval && !people.has(subject.person)) || isApproved(subject)) return [];
          return subject.kind === 'portrait'
            ? [{ code: 'publication/portraitNotApproved', language, about: name }]
            : [{ code: 'publication/quoteNotApproved', language, about: begins(subject.text) }];
        });
      });
    },
  };
};
