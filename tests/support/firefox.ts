// A headless Firefox with a fake camera, driven by WebDriver BiDi over a plain WebSocket. Knows nothing of Plenary's pages.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const START_LIMIT_MS = 60_000;

const preferences: Readonly<Record<string, boolean | number | string>> = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  // Nothing of the browser's own may leave this machine.
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

export interface FirefoxPage {
  goto(url: string): Promise<void>;
  /** Runs this function in every page from now on, before the page's own scripts. */
  before(functionText: string): Promise<void>;
  /** Runs an expression in the page; its value must be a string, number, boolean or null. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly error?: string;
  readonly message?: string;
  readonly result?: unknown;
}

export async function launchFirefox(): Promise<FirefoxPage> {
  const program = places.find((place) => existsSync(place));
  if (program === undefined) throw new Error('No Firefox on this machine: `npm test` installs it, or says how.');
  const profile = mkdtempSync(join(tmpdir(), 'plenary-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const browser = spawn(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    {
      env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );

  const end = async (): Promise<void> => {
    if (browser.exitCode === null && browser.signalCode === null) {
      const exited = once(browser, 'exit');
      browser.kill('SIGKILL');
      await exited;
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const address = await new Promise<string>((resolve, reject) => {
      let written = '';
      const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${written}`)), START_LIMIT_MS);
      browser.stderr.on('data', (chunk: Buffer) => {
        written += chunk.toString();
        const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(written)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
      browser.once('exit', () => reject(new Error(`Firefox ended: ${written}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    await once(socket, 'open');
    const waiting = new Map<number, (answer: Answer) => void>();
    socket.on('message', (body: Buffer) => {
      const answer = JSON.parse(body.toString()) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    });
    let last = 0;
    const ask = async <T>(method: string, params: object): Promise<T> => {
      const id = ++last;
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      });
      waiting.delete(id);
      if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`);
      return answer.result as T;
    };

    await ask('session.new', { capabilities: {} });
    const { contexts } = await ask<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
    const context = contexts[0]?.context;
    return {
      async goto(url) {
        await ask('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      async before(functionText) {
        await ask('script.addPreloadScript', { functionDeclaration: functionText });
      },
      async evaluate(expression) {
        const answer = await ask<{ type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } }>(
          'script.evaluate',
          { expression, target: { context }, awaitPromise: true },
        );
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'the page threw');
        return answer.result?.value ?? null;
      },
      async close() {
        socket.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
