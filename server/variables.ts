/**
 * The environment's variables one by one: how each is read, and an example to show when it is wrong. Knows values and files, nothing of
 * the server. An empty variable counts as unset. `.env.example` tells users the same at more length; a test keeps the two together.
 */
import { accessSync, constants, readFileSync, statSync, type Stats } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

type Read<T> = { readonly value: T } | { readonly fault: string };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A schema over text, from a function that answers a value or says in words what is wrong. */
function text<T>(read: (value: string) => Read<T>) {
  return z.string().transform((raw, context) => {
    const answer = read(raw.trim());
    if ('value' in answer) return answer.value;
    context.addIssue({ code: 'custom', message: answer.fault });
    return z.NEVER;
  });
}

const whole = (least: number, most: number) =>
  text((value): Read<number> => {
    const number = /^\d+$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most
      ? { value: number }
      : { fault: `must be a whole number from ${least} to ${most}` };
  });

const address = text((value): Read<string> => {
  if (value === 'localhost') return { fault: 'must be one address; localhost stands for two' };
  return isIP(value) ? { value } : { fault: 'must be an IP address of this machine' };
});

const name = text((value): Read<string> =>
  /^[\w.:-]+$/.test(value) ? { value } : { fault: 'must be an IP address or a host name, without scheme or port' },
);

const asUrl = (value: string): URL | null => (URL.canParse(value) ? new URL(value) : null);

const origin = text((value): Read<string> => {
  const url = asUrl(value);
  const bare =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  return bare ? { value: url.origin } : { fault: 'must be an http or https address without a path' };
});

// Not parsed as a URL: user@/database?host=/a/socket is a PostgreSQL address and no URL.
const database = text((value): Read<string> =>
  /^postgres(?:ql)?:\/\/\S+$/.test(value) ? { value } : { fault: 'must be a PostgreSQL address' },
);

const isRange = (part: string) => {
  const [ip = '', bits = '0', ...more] = part.split('/');
  return isIP(ip) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(ip) === 4 ? 32 : 128);
};

const proxies = text((value): Read<boolean | readonly string[]> => {
  if (value === 'true' || value === 'false') return { value: value === 'true' };
  const parts = value.split(',').map((part) => part.trim());
  return parts.every(isRange) ? { value: parts } : { fault: 'must be true, false, or a list of addresses or ranges' };
});

const turnUrls = text((value): Read<readonly string[]> => {
  const urls = value.split(',').map((part) => part.trim());
  const fault = 'must be a list of turn:, turns: or stun: addresses';
  return urls.every((url) => /^(?:turns?|stuns?):[^\s/]+$/.test(url)) ? { value: urls } : { fault };
});

function problemOf(path: string, mode: number): string | undefined {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? 'names a file that does not exist' : 'names a file that this user may not use';
  }
}

/** Empty when it cannot be read after all: what is no file of the disk may say so only now. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const pem = (block: string) =>
  text((value): Read<string> => {
    const fault = problemOf(value, constants.R_OK) ?? (statSync(value).isFile() ? undefined : 'names no file');
    if (fault) return { fault };
    const begins = new RegExp(`^-----BEGIN [A-Z ]*${block}-----`, 'm').test(contentOf(value));
    return begins ? { value: resolve(value) } : { fault: `names a file without a PEM block "${block}"` };
  });

const program = text((value): Read<string> => {
  const fault = problemOf(value, constants.X_OK);
  return fault ? { fault } : { value: resolve(value) };
});

/** 'unknown': nothing of this name, yet; null: nothing can have it, or it is hidden from this user. */
function statOf(path: string): Stats | 'unknown' | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? 'unknown';
  } catch {
    return null;
  }
}

const folder = text((value): Read<string> => {
  const stat = statOf(value);
  if (stat === 'unknown') return { value: resolve(value) };
  if (stat === null) return { fault: 'names a folder that cannot be' };
  if (!stat.isDirectory()) return { fault: 'names something that is no folder' };
  return problemOf(value, constants.W_OK)
    ? { fault: 'names a folder that this user may not write' }
    : { value: resolve(value) };
});

const mailServer = text((value): Read<string> => {
  const url = asUrl(value);
  const isOne = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  return isOne ? { value } : { fault: 'must be an smtp: or smtps: address' };
});

const sender = text((value): Read<string> =>
  /^(?:[^<>\r\n"]{1,100} <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(value)
    ? { value }
    : { fault: 'must be a mail address, or a name and an address in <>' },
);

// An id token is believed because of the connection it came by: without TLS only from this machine itself.
const issuer = text((value): Read<string> => {
  const url = asUrl(value);
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
  return isSafe ? { value } : { fault: 'must be an https address' };
});

// It is sent what is being drafted, so only TLS carries it, or this machine itself.
const modelServer = text((value): Read<string> => {
  const url = asUrl(value);
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
  const isBare = url !== null && !url.search && !url.hash && !url.username;
  return isSafe && isBare
    ? { value: value.replace(/\/+$/, '') }
    : { fault: 'must be an https address without a query, or an http one of this machine' };
});

const words = text((value): Read<string> => ({ value }));

const yesOrNo = text((value): Read<boolean> =>
  /^(?:true|false)$/.test(value) ? { value: value === 'true' } : { fault: 'must be true or false' },
);

const secret = text((value): Read<string> =>
  value.length >= 16 ? { value } : { fault: 'must have at least 16 characters' },
);

export const environment = z.object({
  HOST: address.prefault('127.0.0.1'),
  PORT: whole(0, 65_535).prefault('8080'),
  PLENARY_PUBLIC_URL: origin.optional(),
  PLENARY_TRUST_PROXY: proxies.prefault('false'),
  PLENARY_TLS_CERT: pem('CERTIFICATE').optional(),
  PLENARY_TLS_KEY: pem('PRIVATE KEY').optional(),
  PLENARY_DATA: folder.prefault('./data'),
  DATABASE_URL: database.optional(),
  PLENARY_LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).prefault('info'),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: sender.optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: words.optional(),
  OIDC_CLIENT_SECRET: words.optional(),
  WECHAT_APP_ID: words.optional(),
  WECHAT_APP_SECRET: secret.optional(),
  WECHAT_API: modelServer.prefault('https://api.weixin.qq.com'),
  LANGUAGE_MODEL_URL: modelServer.optional(),
  LANGUAGE_MODEL_NAME: words.optional(),
  LANGUAGE_MODEL_KEY: words.optional(),
  PLENARY_WEBHOOKS_PRIVATE: yesOrNo.prefault('false'),
  MEDIA_LISTEN_IP: address.prefault('0.0.0.0'),
  MEDIA_ANNOUNCED_ADDRESS: name.optional(),
  MEDIA_PORT_BASE: whole(1_024, 65_535).prefault('20000'),
  MEDIA_WORKERS: whole(1, 256).prefault(String(availableParallelism())),
  MEDIASOUP_WORKER_BIN: program.optional(),
  MEDIA_TURN_URLS: turnUrls.optional(),
  MEDIA_TURN_SECRET: secret.optional(),
});

export type Environment = z.infer<typeof environment>;
export type Variable = keyof Environment;

export const examples: Readonly<Record<Variable, string>> = {
  HOST: '0.0.0.0',
  PORT: '8080',
  PLENARY_PUBLIC_URL: 'https://plenary.example.org',
  PLENARY_TRUST_PROXY: '127.0.0.1,10.0.0.0/8',
  PLENARY_TLS_CERT: '/etc/plenary/fullchain.pem',
  PLENARY_TLS_KEY: '/etc/plenary/privkey.pem',
  PLENARY_DATA: './data',
  DATABASE_URL: 'postgres://plenary:password@127.0.0.1:5432/plenary',
  PLENARY_LOG_LEVEL: 'info',
  SMTP_URL: 'smtps://user:password@mail.example.org',
  MAIL_FROM: 'Plenary <plenary@example.org>',
  OIDC_ISSUER: 'https://accounts.example.org',
  OIDC_CLIENT_ID: 'plenary',
  OIDC_CLIENT_SECRET: 'as the provider gave it',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: 'as the official account has it',
  WECHAT_API: 'https://api.weixin.qq.com',
  LANGUAGE_MODEL_URL: 'https://models.example.org/v1',
  LANGUAGE_MODEL_NAME: 'as the endpoint calls it',
  LANGUAGE_MODEL_KEY: 'as the endpoint gave it',
  PLENARY_WEBHOOKS_PRIVATE: 'false',
  MEDIA_LISTEN_IP: '0.0.0.0',
  MEDIA_ANNOUNCED_ADDRESS: '203.0.113.7',
  MEDIA_PORT_BASE: '20000',
  MEDIA_WORKERS: '4',
  MEDIASOUP_WORKER_BIN: '/opt/plenary/mediasoup-worker',
  MEDIA_TURN_URLS: 'turn:turn.example.org:3478?transport=udp',
  MEDIA_TURN_SECRET: 'the static-auth-secret of coturn',
};
