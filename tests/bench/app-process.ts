// Starts app-house.ts and speaks with it; knows nothing of what is measured.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Strain {
  readonly loopP99: number;
  readonly loopMax: number;
  /** Processor time so far, ms. */
  readonly cpu: number;
}

export class AppProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(folder: string, port = 0): Promise<AppProcess> {
    const child = fork(new URL('app-house.ts', import.meta.url), [folder, String(port)], {
      execArgv: ['--import', 'tsx'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (said) => resolve((said as { readonly url: string }).url));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    return new AppProcess(child, url);
  }

  async strain(): Promise<Strain> {
    const said = once(this.#child, 'message');
    this.#child.send('loop');
    return ((await said) as [Strain])[0];
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
