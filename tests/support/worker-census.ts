// Counts what lives inside mediasoup's workers, from outside the product: every worker, router, transport, producer and consumer not yet closed.
import { observer } from 'mediasoup';
import type { types } from 'mediasoup';

export interface Census {
  /** Living workers, oldest first. */
  readonly workers: readonly types.Worker[];
  readonly routers: number;
  readonly transports: number;
  readonly producers: number;
  readonly consumers: number;
  /** Resolves when a worker has come up after this call. */
  nextWorker(): Promise<types.Worker>;
  /** Ids of the transports that the workers themselves still know. */
  transportsByWorkers(): Promise<readonly string[]>;
  stop(): void;
}

interface Mortal {
  readonly observer: { once(event: 'close', heard: () => void): unknown };
}

export const takeCensus = (): Census => {
  const workers = new Set<types.Worker>();
  const servers = new Set<types.WebRtcServer>();
  const alive = { routers: 0, transports: 0, producers: 0, consumers: 0 };

  const count = (kind: keyof typeof alive, one: Mortal): void => {
    alive[kind] += 1;
    one.observer.once('close', () => {
      alive[kind] -= 1;
    });
  };
  const onTransport = (transport: types.Transport): void => {
    count('transports', transport);
    transport.observer.on('newproducer', (producer) => count('producers', producer));
    transport.observer.on('newconsumer', (consumer) => count('consumers', consumer));
  };
  const onWorker = (worker: types.Worker): void => {
    workers.add(worker);
    worker.observer.once('close', () => workers.delete(worker));
    worker.observer.on('newwebrtcserver', (server) => {
      servers.add(server);
      server.observer.once('close', () => servers.delete(server));
    });
    worker.observer.on('newrouter', (router) => {
      count('routers', router);
      router.observer.on('newtransport', onTransport);
    });
  };
  observer.on('newworker', onWorker);

  return {
    get workers() {
      return [...workers];
    },
    get routers() {
      return alive.routers;
    },
    get transports() {
      return alive.transports;
    },
    get producers() {
      return alive.producers;
    },
    get consumers() {
      return alive.consumers;
    },
    nextWorker: () => new Promise((resolve) => observer.once('newworker', resolve)),
    async transportsByWorkers() {
      const dumps = await Promise.all([...servers].map((server) => server.dump()));
      return dumps.flatMap(({ webRtcTransportIds }) => webRtcTransportIds);
    },
    stop: () => observer.off('newworker', onWorker),
  };
};
