/** The brief: what this workshop is, before anything happens in it. Everything the lead and background of an article need. */
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Language, LocalText } from '../../kernel/language.ts';
import type { Instant } from '../../kernel/ids.ts';
import type { ConsentPolicy, Purpose } from '../consents/types.ts';

/** A background fact as the organizers gave it; a figure names its source or the draft lists it as missing. */
export interface BackgroundFact {
  readonly text: LocalText;
  readonly source?: LocalText;
}

/**
 * When the doors open and close, in whole minutes from the beginning, so that they go along when the workshop moves to another day. Chair and
 * co-chair come in at any time.
 */
export interface Doors {
  /** Before the beginning: from when on those may come who knock. */
  readonly guests: number;
  /** The same for those who are seated without knocking. */
  readonly speakers: number;
  /** After the beginning: from when on nobody new comes who would have to knock; absent: as long as the workshop lasts. */
  readonly closing?: number;
}

export interface BriefState {
  readonly title: LocalText;
  /** "First online workshop of Promoting …": the series and this workshop's ordinal in it. */
  readonly series?: { readonly name: LocalText; readonly ordinal: number };
  /** What it is a part of, such as "Zero-Carbon Campus". */
  readonly programme?: LocalText;
  /** What it is about, in a few words each. */
  readonly themes?: readonly LocalText[];
  readonly mode: 'online' | 'hybrid';
  /** The language the workshop is held in, and in which its draft is written first. */
  readonly language: Language;
  /** IANA name of the event's zone, e.g. Asia/Shanghai. */
  readonly timeZone: string;
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
  /** Organizations in the order in which they are to be named; all stand in the roster. */
  readonly hosts: readonly OrganizationId[];
  readonly coHosts: readonly OrganizationId[];
  readonly convener?: OrganizationId;
  readonly supporters: readonly OrganizationId[];
  readonly purpose?: LocalText;
  readonly background: readonly BackgroundFact[];
  /** What the convener or hosts say of themselves, printed last when given. */
  readonly about?: LocalText;
  /** How many may register; absent: as many as will. */
  readonly capacity?: number;
  readonly doors?: Doors;
  /** How consent is come by, purpose by purpose; what is not named here follows the usual way (consents/selectors.ts). */
  readonly consentPolicy?: Readonly<Partial<Record<Purpose, ConsentPolicy>>>;
}

/** What a brief may be without, and so may lose again. */
export const CLEARABLE = [
  'series',
  'startsAt',
  'endsAt',
  'convener',
  'purpose',
  'about',
  'programme',
  'themes',
  'capacity',
  'doors',
] as const satisfies readonly (keyof BriefState)[];
export type Clearable = (typeof CLEARABLE)[number];

interface Revision {
  readonly brief: Partial<BriefState>;
  /** Fields that are taken away; one that `brief` gives at the same time is given. */
  readonly cleared?: readonly Clearable[];
}

export interface BriefCommand extends Revision {
  readonly type: 'brief/revise';
}

export interface BriefEvent extends Revision {
  readonly type: 'brief/revised';
}

export type BriefRefusal = 'brief/noTitle' | 'brief/unknownOrganization' | 'brief/endsBeforeStart';
