// The configuration: defaults, every named fault, and .env.example kept complete.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedAddress } from '../../server/announced-address.ts';
import { inWords, readConfig } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { examples } from '../../server/variables.ts';
import { mutatedText } from '../support/mutated.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function configOf(env: NodeJS.ProcessEnv): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(inWords(read.faults));
  return read.config;
}

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.faults.map(({ variable }) => variable);
}

describe('defaults', () => {
  test('an empty environment is a whole configuration', () => {
    expect(configOf({})).toEqual({
      http: { host: '127.0.0.1', port: 8080, publicUrl: null, trustProxy: false, tls: null },
      mail: null,
      webhooksMayBePrivate: false,
      openId: null,
      languageModel: null,
      wechat: null,
      store: { folder: resolve('data'), databaseUrl: null },
      media: {
        listenIp: '0.0.0.0',
        announcedAddress: null,
        portBase: 20_000,
        workers: availableParallelism(),
        workerBin: null,
        turn: null,
      },
      logLevel: 'info',
    });
  });

  test('an empty value counts as unset, as a compose file passes it', () => {
    expect(configOf({ PORT: '', DATABASE_URL: ' ' }).http.port).toBe(8080);
  });

  test('nothing of it can be changed later', () => {
    const config = configOf({ PLENARY_TRUST_PROXY: '10.0.0.0/8' });
    expect(Object.isFrozen(config) && Object.isFrozen(config.media) && Object.isFrozen(config.http.trustProxy)).toBe(
      true,
    );
  });
});

describe('values', () => {
  test.each<[NodeJS.ProcessEnv, (config: Config) => unknown, unknown]>([
    [{ PLENARY_PUBLIC_URL: 'https://Plenary.example.org/' }, (c) => c.http.publicUrl, 'https://plenary.example.org'],
    [{ PLENARY_TRUST_PROXY: 'true' }, (c) => c.http.trustProxy, true],
    [{ PLENARY_TRUST_PROXY: '127.0.0.1, ::1/128' }, (c) => c.http.trustProxy, ['127.0.0.1', '::1/128']],
    [{ PORT: '0' }, (c) => c.http.port, 0],
    [{ DATABASE_URL: 'postgresql://a@/b?host=/run' }, (c) => c.store.databaseUrl, 'postgresql://a@/b?host=/run'],
    [
      { MEDIA_TURN_URLS: 'turn:a.example:3478, stun:b.example', MEDIA_TURN_SECRET: '0123456789abcdef' },
      (c) => c.media.turn,
      { urls: ['turn:a.example:3478', 'stun:b.example'], secret: '0123456789abcdef' },
    ],
    [
      { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'a@b.org' },
      (c) => c.mail,
      { server: 'smtp://127.0.0.1:2525', from: 'a@b.org' },
    ],
  ])('%o is understood', (env, pick, value) => {
    expect(pick(configOf(env))).toEqual(value);
  });
});

describe('faults', () => {
  test.each([
    ['HOST', 'localhost'],
    ['HOST', 'example.org'],
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PLENARY_PUBLIC_URL', 'plenary.example.org'],
    ['PLENARY_PUBLIC_URL', 'https://plenary.example.org/room'],
    ['PLENARY_TRUST_PROXY', 'yes'],
    ['PLENARY_TRUST_PROXY', '10.0.0.0/33'],
    ['DATABASE_URL', 'mysql://a/b'],
    ['PLENARY_LOG_LEVEL', 'loud'],
    ['MEDIA_LISTEN_IP', 'eth0'],
    ['MEDIA_ANNOUNCED_ADDRESS', 'https://a.example'],
    ['MEDIA_PORT_BASE', '80'],
    ['MEDIA_WORKERS', '0'],
    ['MEDIASOUP_WORKER_BIN', '/nowhere/worker'],
  ])('%s=%s is refused by name, with an example that is itself accepted or a file', (variable, value) => {
    const read = readConfig({ [variable]: value });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.faults).toHaveLength(1);
    expect(read.faults[0]).toMatchObject({ variable, example: examples[variable as keyof typeof examples] });
    expect(inWords(read.faults)).toContain(`${variable} ${read.faults[0]?.fault ?? ''}`);
  });

  test('every example that names no file is accepted', () => {
    const { PLENARY_TLS_CERT, PLENARY_TLS_KEY, MEDIASOUP_WORKER_BIN, ...rest } = examples;
    expect([PLENARY_TLS_CERT, PLENARY_TLS_KEY, MEDIASOUP_WORKER_BIN].every((path) => path.startsWith('/'))).toBe(true);
    expect(readConfig({ ...rest }).ok).toBe(true);
  });

  test('all faults are told at once', () => {
    expect(faultsOf({ PORT: 'x', HOST: 'y', MEDIA_TURN_URLS: 'turn:a.example', PLENARY_PROT: '1' })).toEqual([
      'HOST',
      'PORT',
      'PLENARY_PROT',
      'MEDIA_TURN_SECRET',
    ]);
  });

  test('mail and a provider come whole, and in the clear only from this machine', () => {
    expect(faultsOf({ SMTP_URL: 'smtp://a.example' })).toEqual(['MAIL_FROM']);
    expect(faultsOf({ SMTP_URL: 'mail.example.org', MAIL_FROM: 'Plenary' })).toEqual(['SMTP_URL', 'MAIL_FROM']);
    expect(faultsOf({ OIDC_ISSUER: 'https://a.example' })).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
    const known = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    expect(faultsOf({ OIDC_ISSUER: 'http://accounts.example.org', ...known })).toEqual(['OIDC_ISSUER']);
    expect(faultsOf({ OIDC_ISSUER: 'http://127.0.0.1:9000', ...known })).toEqual([]);
  });

  test('a language model is an address and a name, by TLS or on this machine, and a key alone is nothing', () => {
    const name = { LANGUAGE_MODEL_NAME: 'm' };
    expect(faultsOf({ LANGUAGE_MODEL_URL: 'https://a.example/v1' })).toEqual(['LANGUAGE_MODEL_NAME']);
    expect(faultsOf({ WECHAT_APP_ID: 'wx1' })).toEqual(['WECHAT_APP_SECRET']);
    expect(faultsOf({ LANGUAGE_MODEL_KEY: 'k' })).toEqual(['LANGUAGE_MODEL_URL']);
    for (const url of ['http://a.example/v1', 'ftp://a.example', 'https://a.example/v1?x=1', 'https://u@a.example/v1'])
      expect(faultsOf({ LANGUAGE_MODEL_URL: url, ...name })).toEqual(['LANGUAGE_MODEL_URL']);
    expect(configOf({ LANGUAGE_MODEL_URL: 'http://127.0.0.1:11434/v1/', ...name }).languageModel).toEqual({
      url: 'http://127.0.0.1:11434/v1',
      name: 'm',
      key: null,
    });
  });

  test('ports of the media workers must fit below 65536', () => {
    expect(faultsOf({ MEDIA_PORT_BASE: '65535', MEDIA_WORKERS: '1' })).toEqual([]);
    expect(faultsOf({ MEDIA_PORT_BASE: '65535', MEDIA_WORKERS: '2' })).toEqual(['MEDIA_PORT_BASE']);
  });

  test('the data folder must be a folder', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'data'));
    expect(faultsOf({ PLENARY_DATA: join(folder, 'file') })).toEqual(['PLENARY_DATA']);
    expect(faultsOf({ PLENARY_DATA: join(folder, 'data') })).toEqual([]);
    expect(faultsOf({ PLENARY_DATA: join(folder, 'yet to be made') })).toEqual([]);
  });

  test('TLS needs both files, there and PEM', () => {
    const folder = temporaryFolder();
    const [cert, key, other] = ['cert.pem', 'key.pem', 'other'].map((file) => join(folder, file)) as [
      string,
      string,
      string,
    ];
    writeFileSync(cert, '-----BEGIN CERTIFICATE-----\n');
    writeFileSync(key, '-----BEGIN EC PRIVATE KEY-----\n');
    writeFileSync(other, 'neither');
    expect(faultsOf({ PLENARY_TLS_CERT: cert })).toEqual(['PLENARY_TLS_KEY']);
    expect(faultsOf({ PLENARY_TLS_CERT: cert, PLENARY_TLS_KEY: join(folder, 'gone') })).toEqual(['PLENARY_TLS_KEY']);
    expect(faultsOf({ PLENARY_TLS_CERT: other, PLENARY_TLS_KEY: folder })).toEqual([
      'PLENARY_TLS_CERT',
      'PLENARY_TLS_KEY',
    ]);
    expect(configOf({ PLENARY_TLS_CERT: cert, PLENARY_TLS_KEY: key }).http.tls).toEqual({
      certFile: cert,
      keyFile: key,
    });
  });

  test('a worker that may not be run is refused', () => {
    const file = join(temporaryFolder(), 'worker');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    expect(faultsOf({ MEDIASOUP_WORKER_BIN: file })).toEqual(['MEDIASOUP_WORKER_BIN']);
  });
});

test('.env.example names every variable once, and no other', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const named = lines.flatMap((line) => /^#?([A-Z][A-Z_]*)=/.exec(line)?.[1] ?? []);
  expect([...named].sort()).toEqual(Object.keys(examples).sort());
});

test('.env.example, taken as it is, is the default configuration', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const set: Record<string, string> = Object.fromEntries(
    lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=', 2) as [string, string]),
  );
  expect(configOf(set)).toEqual(configOf({}));
});

test('anything at all in the environment is a configuration or faults with a name and an example, never an exception', () => {
  const names = [...Object.keys(examples), 'PLENARY_', 'PLENARY_PORT', '__proto__', 'constructor'];
  const value = fc.oneof(
    fc.constantFrom(...Object.values(examples)),
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '/',
      '.',
      '/dev/null',
      '/proc/self/mem',
      '\u0000',
      '-1',
      '1e9',
      '0x10',
      '٣',
      '[::1]',
      'true',
      'x'.repeat(5000),
    ),
    fc.constantFrom(...Object.values(examples)).chain(mutatedText),
  );
  const seen = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }), (given) => {
      const read = readConfig(given);
      if (read.ok) {
        seen.right += 1;
        expect(Object.isFrozen(read.config)).toBe(true);
        return;
      }
      seen.wrong += 1;
      for (const { variable, fault, example } of read.faults) {
        expect(Object.keys({ ...given, ...examples })).toContain(variable);
        expect([fault, example]).not.toContain('');
      }
      expect(inWords(read.faults).split('\n').length).toBeGreaterThan(read.faults.length);
    }),
    { numRuns: 600, seed: 9 },
  );
  expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(20);
});

describe('the announced address', () => {
  const card = (address: string, internal: boolean) =>
    ({ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }) as const;
  const interfaces = { lo: [card('127.0.0.1', true)], eth0: [card('192.0.2.7', false)] };

  test.each([
    [{ listenIp: '0.0.0.0', announcedAddress: 'media.example' }, interfaces, 'media.example'],
    [{ listenIp: '0.0.0.0', announcedAddress: null }, interfaces, '192.0.2.7'],
    [{ listenIp: '198.51.100.4', announcedAddress: null }, interfaces, '198.51.100.4'],
    [{ listenIp: '0.0.0.0', announcedAddress: null }, { lo: interfaces.lo }, '127.0.0.1'],
  ])('%o gives what browsers can reach', (media, list, address) => {
    expect(announcedAddress(media, list)).toBe(address);
  });
});
