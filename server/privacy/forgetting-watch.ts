/**
 * What follows outside the facts when somebody's name is taken away: keys, browsers and the account behind the seats go, personal links end. Owns
 * that consequence alone; it listens to a running workshop, and looks once when it is opened, so that it outlives a process that died in between.
 */
import { isNeutral } from '../../shared/directory/neutral.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import { valuesOf } from '../../shared/kernel/records.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock } from '../ports.ts';
import type { AccessStore } from '../ports/access.ts';
import type { WorkshopRoom } from '../workshops/workshop-room.ts';

const seatsOf = ({ participants, lobby }: WorkshopState, person: PersonId) => [
  ...[...valuesOf(participants.seats), ...valuesOf(participants.removed).map(({ seat }) => seat)]
    .filter((seat) => seat.person === person)
    .map(({ id }) => id),
  ...valuesOf(lobby.knocks)
    .filter((knock) => knock.person.id === person)
    .map(({ seat }) => seat),
];

export const createForgettingWatch = (
  access: Pick<AccessStore, 'forgetPerson'>,
  clock: Clock,
  onFault: (fault: unknown) => void,
): ((room: WorkshopRoom) => () => void) => {
  /** `state`: before the seats were emptied. */
  const forget = (room: WorkshopRoom, state: WorkshopState, person: PersonId): void => {
    const seats = seatsOf(state, person);
    const barred = seats.filter((seat) => Object.hasOwn(state.lobby.banned, seat));
    access.forgetPerson(room.id, { person, seats, barred }, clock.now()).catch(onFault);
  };
  return (room) => {
    for (const one of valuesOf(room.state.roster.people)) if (isNeutral(one)) forget(room, room.state, one.id);
    return room.listen(({ events }, before) => {
      for (const event of events) {
        if (event.type === 'participants/anonymized') forget(room, before, event.person);
      }
    });
  };
};
