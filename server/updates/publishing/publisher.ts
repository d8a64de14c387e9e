/**
 * Takes publications from step to step: asks the rules and whoever may stand in the way, keeps each version, lets embargoes end when their
 * time comes, also after a restart. Owns the order of asking, writing and waking. Must not know HTTP or who may do what.
 */
import type { AccountId, Instant, PersonId, PublicationId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import {
  correct,
  edit,
  hold,
  publish,
  release,
  withdraw,
  type Edits,
  type Step,
  type StepRefusal,
} from '../../../shared/publication/lifecycle.ts';
import { withoutPicturesOf } from '../../../shared/publication/pictures.ts';
import { obstaclesOf, type Obstacle } from '../../../shared/publication/obstacles.ts';
import type { Publication, PublicationChange } from '../../../shared/publication/publication.ts';
import { slugKey } from '../../../shared/publication/slugs.ts';
import type { Clock } from '../../ports.ts';
import type { MayPublish, PictureShelf, PublicationStore } from '../../ports/updates.ts';
import { indexWords } from './index-words.ts';
import { withSlugs } from './slugs.ts';

export type PublishingRefusal =
  | StepRefusal
  | 'publication/unknown'
  | 'publication/changedMeanwhile'
  | 'publication/obstacles'
  | 'publication/slugTaken';

export type Published =
  | { readonly ok: true; readonly publication: Publication }
  | { readonly ok: false; readonly code: PublishingRefusal; readonly obstacles: readonly Obstacle[] };

/** `version`: the one the editor saw; a later one refuses the step. */
export interface Wish {
  readonly id: PublicationId;
  readonly by: AccountId | null;
  readonly version: number;
}

export interface Publisher {
  /** A new one, as version 1. */
  create(publication: Publication, by: AccountId | null, change: 'created' | 'imported'): Promise<Published>;
  edit(wish: Wish, edits: Edits): Promise<Published>;
  publish(wish: Wish, at: Instant | null): Promise<Published>;
  liftEmbargo(wish: Wish): Promise<Published>;
  correct(wish: Wish, text: LocalText, editions?: Publication['editions']): Promise<Published>;
  withdraw(wish: Wish): Promise<Published>;
  /** Takes out every picture that shows one of them, also of what is public; later than the consent at most by this. */
  takeOutPictures(workshop: WorkshopId, people: ReadonlySet<PersonId>): Promise<void>;
  /** What stands in the way just now. */
  obstacles(publication: Publication): Promise<readonly Obstacle[]>;
  /** Releases what is due and waits for the next embargo to end. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const no = (code: PublishingRefusal, obstacles: readonly Obstacle[] = []): Published => ({
  ok: false,
  code,
  obstacles,
});

export const createPublisher = (ports: {
  readonly store: PublicationStore;
  readonly clock: Clock;
  readonly mayPublish: readonly MayPublish[];
  /** Told of whatever is public now, with each version of it. */
  readonly tell: (publication: Publication) => Promise<void>;
  readonly shelf: Pick<PictureShelf, 'drop'>;
  readonly onFault: (fault: unknown) => void;
}): Publisher => {
  const { store, clock, mayPublish, onFault } = ports;
  let cancel: (() => void) | null = null;
  let releasing: Promise<void> = Promise.resolve();
  let isOpen = true;

  const obstacles = async (publication: Publication): Promise<readonly Obstacle[]> => [
    ...obstaclesOf(publication),
    ...(await Promise.all(mayPublish.map((one) => one.obstacles(publication)))).flat(),
  ];

  const addressed = async (publication: Publication): Promise<Publication> => ({
    ...publication,
    ...(await withSlugs(publication, async (slug) => {
      const found = await store.findBySlug(slugKey(slug));
      return found !== null && found.publication.id !== publication.id;
    })),
  });

  const write = async (
    publication: Publication,
    by: AccountId | null,
    change: PublicationChange,
  ): Promise<Published> => {
    const line = { at: clock.now(), by, change };
    if (!(await store.save(publication, line, indexWords(publication)))) return no('publication/changedMeanwhile');
    if (publication.status === 'published') ports.tell(publication).catch(onFault);
    return { ok: true, publication };
  };

  const step = async (
    { id, by, version }: Wish,
    take: (found: Publication) => Step | Promise<Step>,
  ): Promise<Published> => {
    const found = await store.find(id);
    if (!found) return no('publication/unknown');
    if (found.version !== version) return no('publication/changedMeanwhile');
    const taken = await take(found);
    if (!taken.ok) return no(taken.refusal.code);
    const { change } = taken;
    let next = taken.publication;
    if (next.status === 'published' || next.status === 'embargoed') {
      const inTheWay = await obstacles(next);
      if (inTheWay.length > 0) return no('publication/obstacles', inTheWay);
      next = await addressed(next);
    }
    return write(next, by, change);
  };

  const releaseOne = async (id: PublicationId): Promise<void> => {
    const found = await store.find(id);
    const released = found && release(found, clock.now());
    if (!found || !released?.ok) return;
    const inTheWay = await obstacles(released.publication);
    const held = hold(found, 'heldBack');
    if (inTheWay.length === 0) await write(await addressed(released.publication), null, released.change);
    else if (held.ok) await write(held.publication, null, held.change);
  };

  const releaseDue = async (): Promise<void> => {
    cancel?.();
    cancel = null;
    const waiting = await store.embargoed();
    for (const { id, publishAt } of waiting) if (publishAt <= clock.now()) await releaseOne(id);
    const [next] = waiting.filter(({ publishAt }) => publishAt > clock.now());
    if (next && isOpen) cancel = clock.alarm(next.publishAt, wake);
  };
  const wake = (): void => {
    releasing = releasing.then(releaseDue).catch(onFault);
  };

  const afterwards = (published: Published): Published => {
    if (published.ok) wake();
    return published;
  };

  const takeOutPictures: Publisher['takeOutPictures'] = async (workshop, people) => {
    const found = await store.ofWorkshop(workshop);
    const without = found && withoutPicturesOf(found, people);
    if (!without) return;
    const revisedAt = found.status === 'published' ? clock.now() : found.revisedAt;
    const next = { ...found, editions: without.editions, revisedAt, version: found.version + 1 };
    // An editor's step came between: what they have written is looked at in its turn.
    if (!(await write(next, null, 'consentWithdrawn')).ok) return takeOutPictures(workshop, people);
    for (const file of without.gone) await ports.shelf.drop(found.id, file);
  };

  return {
    obstacles,
    takeOutPictures,
    create: (publication, by, change) => write(publication, by, change),
    async edit(wish, edits) {
      for (const slug of Object.values(edits.slugs ?? {})) {
        const found = await store.findBySlug(slugKey(slug));
        if (found && found.publication.id !== wish.id) return no('publication/slugTaken');
      }
      return step(wish, (found) => edit(found, edits, clock.now()));
    },
    publish: async (wish, at) => afterwards(await step(wish, (found) => publish(found, at, clock.now()))),
    liftEmbargo: async (wish) => afterwards(await step(wish, (found) => hold(found, 'embargoLifted'))),
    correct: (wish, text, editions) => step(wish, (found) => correct(found, text, editions, clock.now())),
    withdraw: (wish) => step(wish, withdraw),
    async start() {
      wake();
      await releasing;
    },
    async close() {
      isOpen = false;
      cancel?.();
      await releasing;
    },
  };
};
