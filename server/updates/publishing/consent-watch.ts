/**
 * What follows for published pictures when somebody takes back the consent to them, or has the own name taken away. Owns that consequence alone; it
 * listens to a running workshop, and looks once when it is opened, so that it outlives a process that died in between.
 */
import type { PersonId, WorkshopId } from '../../../shared/kernel/ids.ts';
import { consentOf } from '../../../shared/workshop/consents/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { WorkshopRoom } from '../../workshops/workshop-room.ts';

export interface ConsentWatch {
  readonly attend: (room: WorkshopRoom) => () => void;
  /** Who takes pictures out; rooms that were opened before are looked at then. */
  follow(takeOut: (workshop: WorkshopId, people: ReadonlySet<PersonId>) => Promise<void>): void;
}

const withheld = (state: WorkshopState): ReadonlySet<PersonId> =>
  new Set(
    Object.values(state.roster.people)
      .map(({ id }) => id)
      .filter((person) => consentOf(state, person, 'portrait') === 'withheld'),
  );

export const createConsentWatch = (onFault: (fault: unknown) => void): ConsentWatch => {
  const open = new Set<WorkshopRoom>();
  let takeOut: Parameters<ConsentWatch['follow']>[0] | null = null;

  const take = (room: WorkshopRoom, people: ReadonlySet<PersonId>): void => {
    if (people.size > 0) takeOut?.(room.id, people).catch(onFault);
  };

  return {
    attend(room) {
      open.add(room);
      take(room, withheld(room.state));
      const stop = room.listen(({ events }) => {
        const people = events.flatMap((event) =>
          (event.type === 'consents/answered' && event.purpose === 'portrait' && !event.given) ||
          event.type === 'participants/anonymized'
            ? [event.person]
            : [],
        );
        take(room, new Set(people));
      });
      return () => {
        stop();
        open.delete(room);
      };
    },
    follow(how) {
      takeOut = how;
      for (const room of open) take(room, withheld(room.state));
    },
  };
};
