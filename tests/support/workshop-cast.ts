// A workshop with people in it, made over HTTP as anybody would: the chair connected, guests entered and admitted.
import { enter, startWorkshop, type Founded, type SeatKey } from './node-participant.ts';
import { connect, type SeatClient } from './seat-client.ts';

export interface Cast {
  readonly founded: Founded;
  readonly chair: SeatClient;
  link(role: string): string;
  /** Enters by the participant's link and is let in by the chair; connected and told so. */
  admit(name: string): Promise<SeatClient & { readonly key: SeatKey }>;
}

const withKey = (client: SeatClient, key: SeatKey): SeatClient & { readonly key: SeatKey } =>
  Object.assign(client, { key });

export const gather = async (url: string): Promise<Cast> => {
  const founded = await startWorkshop(url, 'Low-carbon cities', 'Ann Chair');
  const chair = await connect(url, founded);
  const link = (role: string): string => founded.links.find((one) => one.role === role)?.url ?? '';
  return {
    founded,
    chair,
    link,
    async admit(name) {
      const key = await enter(url, link('participant'), name);
      const client = await connect(url, key);
      await chair.send({ type: 'lobby/admit', seat: key.seat as never });
      await client.until(() =>
        client.entries.some(({ events }) =>
          events.some((event) => event.type === 'participants/arrived' && event.seat === key.seat),
        ),
      );
      return withKey(client, key);
    },
  };
};
