/** Hears in each running workshop what reminders depend on: when it is, when it ends. Owns the choice of events; must not know what follows. */
import type { WorkshopRoom } from '../workshops/workshop-room.ts';

export interface Bell {
  readonly attend: (room: WorkshopRoom) => () => void;
  /** Who is to be told; until then nobody is. */
  answer(heard: () => void): void;
}

export const createBell = (): Bell => {
  let told = (): void => undefined;
  return {
    attend: (room) =>
      room.listen(({ events }) => {
        if (events.some(({ type }) => /^(?:brief|session|agenda)\//.test(type))) told();
      }),
    answer(heard) {
      told = heard;
    },
  };
};
