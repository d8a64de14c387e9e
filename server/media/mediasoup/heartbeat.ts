/**
 * Finds a worker process that lives but does not answer (stopped, swapped out, looping) and ends it by its pid, so that its rooms can move.
 * Must not know rooms. A worker that died by itself is announced by mediasoup and is none of this file's business.
 */
import type { types } from 'mediasoup';

export interface HeartbeatTimes {
  /** Milliseconds between two questions. */
  readonly every: number;
  /** Milliseconds a worker may take to answer; both together bound how long a stuck worker stays unnoticed. */
  readonly patience: number;
}

const HEARTBEAT: HeartbeatTimes = { every: 1000, patience: 1800 };

const answers = async (worker: types.Worker, patience: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
    timer.unref();
  });
  const answered = worker.getResourceUsage().then(
    () => true,
    // A rejection is an answer too: the channel is closed, and mediasoup tells of the death itself.
    () => true,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
};

/** Watches until the worker closes; `onStuck` is called just before it is killed. */
export const watchWorker = (worker: types.Worker, onStuck: () => void, times: HeartbeatTimes = HEARTBEAT): void => {
  let asking = false;
  const beat = setInterval(() => {
    if (asking) return;
    asking = true;
    void answers(worker, times.patience).then((alive) => {
      asking = false;
      if (alive || worker.closed) return;
      onStuck();
      process.kill(worker.pid, 'SIGKILL');
    });
  }, times.every);
  beat.unref();
  worker.observer.once('close', () => clearInterval(beat));
};
