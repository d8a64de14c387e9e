/**
 * The single writer of each workshop's working copy: one command at a time, appended before it counts, then told to those who wait. Owns the
 * order and the copies in memory; rights are asked before, meaning is shared/drafting.
 */
import type { DraftCommand, DraftEntry, DraftEvent, DraftRefusal, Retold } from '../../../shared/drafting/commands.ts';
import { decideDraft } from '../../../shared/drafting/decide.ts';
import { draftOf, evolveDraft } from '../../../shared/drafting/evolve.ts';
import { freshPieces } from '../../../shared/drafting/fresh.ts';
import { EMPTY_COPY, type Author, type WorkingCopy } from '../../../shared/drafting/working-copy.ts';
import { instant, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { Article } from '../../../shared/update/article.ts';
import { compose } from '../../../shared/update/compose.ts';
import { headlineChoices } from '../../../shared/update/headline.ts';
import type { HouseStyle } from '../../../shared/update/house-style.ts';
import type { Clock } from '../../ports.ts';
import type { DraftStore } from '../../ports/drafts.ts';
import type { WorkshopMaterial } from '../publishing/from-workshop.ts';
import type { Styles } from './styles.ts';

export type DraftAnswer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly code: DraftRefusal; readonly state: WorkingCopy };

/** A working copy as the facts are now. */
export interface Told {
  readonly state: WorkingCopy;
  readonly style: HouseStyle;
  readonly articles: Readonly<Record<Language, Article>>;
}

export interface DraftDesk {
  /** With the facts of now; kept once somebody has begun to edit, or `begins`. */
  told(workshop: WorkshopId, material: WorkshopMaterial, begins?: boolean): Promise<Told>;
  /** As it stands, whatever the facts have become since. */
  read(workshop: WorkshopId): Promise<WorkingCopy>;
  command(workshop: WorkshopId, material: WorkshopMaterial, by: Author, command: DraftCommand): Promise<DraftAnswer>;
  /** What came after `since`; waits a while for it, or until `isNews`. Null: more than is kept at hand, read the whole. */
  changes(workshop: WorkshopId, since: number, isNews?: () => boolean): Promise<readonly DraftEntry[] | null>;
  /** Something beside the log has changed: whoever waits looks up. */
  wake(workshop: WorkshopId): void;
  close(): void;
}

const WAIT_MS = 25_000;
/** Entries kept for those who wait; who has missed more reads the whole copy. */
const AT_HAND = 200;

interface Place {
  state: WorkingCopy;
  recent: readonly DraftEntry[];
  last: Promise<unknown>;
  readonly waiting: Set<() => void>;
}

/** The same telling as the copy has had: nothing to write. */
const isTold = (before: WorkingCopy, after: WorkingCopy): boolean =>
  JSON.stringify(before.copies) === JSON.stringify(after.copies);

export const createDraftDesk = (ports: {
  readonly store: DraftStore;
  readonly clock: Clock;
  readonly styles: Styles;
  readonly styleOfOwner: (workshop: WorkshopId) => Promise<string | null>;
}): DraftDesk => {
  const { store, clock, styles } = ports;
  const places = new Map<WorkshopId, Promise<Place>>();
  let isOpen = true;

  const placeOf = (workshop: WorkshopId): Promise<Place> => {
    const known = places.get(workshop);
    if (known) return known;
    const opening = store.load(workshop).then((entries): Place => ({
      state: draftOf(entries),
      recent: entries.slice(-AT_HAND),
      last: Promise.resolve(),
      waiting: new Set(),
    }));
    places.set(workshop, opening);
    opening.catch(() => places.delete(workshop));
    return opening;
  };

  /** One after the other; a failed turn leaves the copy to be read again, for nobody knows what was written. */
  const inTurn = async <T>(workshop: WorkshopId, turn: (place: Place) => Promise<T>): Promise<T> => {
    const place = await placeOf(workshop);
    const done = place.last.then(() => turn(place));
    place.last = done.catch(() => {
      places.delete(workshop);
      for (const wake of place.waiting) wake();
    });
    return done;
  };

  const append = async (workshop: WorkshopId, place: Place, by: Author | null, event: DraftEvent): Promise<void> => {
    const entry: DraftEntry = { seq: place.state.seq + 1, at: clock.now(), by, event };
    const next = evolveDraft(place.state, entry);
    await store.append(workshop, entry);
    place.state = next;
    place.recent = [...place.recent, entry].slice(-AT_HAND);
    for (const wake of place.waiting) wake();
  };

  const tell = (state: WorkingCopy, material: WorkshopMaterial, style: HouseStyle) => {
    const articles: { [L in Language]?: Article } = {};
    const tellings: { -readonly [L in Language]?: Retold['tellings'][L] } = {};
    for (const language of LANGUAGES) {
      const copy = state.copies[language];
      const asked = { ...material, language, style, lead: copy?.lead };
      const article = compose(asked);
      const headlines = headlineChoices(asked);
      articles[language] = article;
      tellings[language] = {
        pieces: freshPieces({ article, headlines }, material.board, copy?.headline ?? null),
        headlines,
      };
    }
    return { articles: articles as Told['articles'], event: { type: 'retold', tellings } as const };
  };

  const retell = async (
    workshop: WorkshopId,
    place: Place,
    material: WorkshopMaterial,
    keeps: boolean,
  ): Promise<Told> => {
    const style = styles.find(place.state.style, await ports.styleOfOwner(workshop));
    const { articles, event } = tell(place.state, material, style);
    const entry = { seq: place.state.seq, at: instant(0), by: null, event };
    const after = evolveDraft(place.state, entry);
    if (!keeps) return { state: after, style, articles };
    if (!isTold(place.state, after)) await append(workshop, place, null, event);
    return { state: place.state, style, articles };
  };

  return {
    told: (workshop, material, begins = false) =>
      inTurn(workshop, (place) => retell(workshop, place, material, begins || place.state.seq > 0)),

    read: async (workshop) => (places.has(workshop) || isOpen ? (await placeOf(workshop)).state : EMPTY_COPY),

    command: (workshop, material, by, command) =>
      inTurn(workshop, async (place) => {
        const people = new Set<string>(Object.values(material.state.roster.people).map((one) => one.id));
        const decision = decideDraft(place.state, command, {
          styles: styles.all.map((style) => style.key),
          isPerson: (person) => people.has(person),
        });
        if (!decision.ok) return { ok: false, code: decision.refusal.code, state: place.state };
        for (const event of decision.events) await append(workshop, place, by, event);
        // What changes how facts are told shows at once.
        if (command.type === 'lead' || command.type === 'style') await retell(workshop, place, material, true);
        return { ok: true, seq: place.state.seq };
      }),

    async changes(workshop, since, isNews = () => false) {
      const place = await placeOf(workshop);
      // A number that is still to come was never told by this copy.
      if (since > place.state.seq) return null;
      if (place.state.seq === since && isOpen && !isNews()) {
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            cancel();
            place.waiting.delete(wake);
            resolve();
          };
          const cancel = clock.alarm(instant(clock.now() + WAIT_MS), wake);
          place.waiting.add(wake);
        });
      }
      const [first] = place.recent;
      if (place.state.seq > since && (first === undefined || first.seq > since + 1)) return null;
      return place.recent.filter((entry) => entry.seq > since);
    },

    wake(workshop) {
      void places.get(workshop)?.then((place) => {
        for (const wake of place.waiting) wake();
      });
    },

    close() {
      isOpen = false;
      for (const opening of places.values())
        void opening.then((place) => {
          for (const wake of place.waiting) wake();
        });
    },
  };
};
