/**
 * The configuration: read from the environment once, at start, and frozen. This file and variables.ts are the only ones that know the
 * environment's names; everybody else is handed a Config. A wrong value never becomes a Config: all faults are told at once.
 */
import { environment, examples } from './variables.ts';
import type { Environment, Variable } from './variables.ts';

export interface Config {
  readonly http: {
    /** The address listened on. */
    readonly host: string;
    /** 0 asks the system for a free port. */
    readonly port: number;
    /** Origin that people use, such as https://plenary.example.org; null: what the server listens on. */
    readonly publicUrl: string | null;
    /** As Fastify's trustProxy: whose X-Forwarded headers are believed. */
    readonly trustProxy: boolean | readonly string[];
    /** Paths of PEM files, readable when the configuration was read. */
    readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  };
  readonly store: {
    /** Absolute path of the data folder. */
    readonly folder: string;
    /** Null: the embedded database in the data folder. */
    readonly databaseUrl: string | null;
  };
  /** Null: letters stay in the outbox, where administrators read them. */
  readonly mail: { readonly server: string; readonly from: string } | null;
  /** Null: nobody signs in by a provider. */
  readonly openId: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** Null: no other wordings are suggested. `url`: of the API, without a slash at its end. */
  readonly languageModel: { readonly url: string; readonly name: string; readonly key: string | null } | null;
  /** Whether webhooks may lead into the own network and go without TLS. */
  readonly webhooksMayBePrivate: boolean;
  /** Null: shared articles go without WeChat's signed card. `api`: of WeChat, without a slash at its end. */
  readonly wechat: { readonly appId: string; readonly secret: string; readonly api: string } | null;
  readonly media: {
    readonly listenIp: string;
    /** Null: found at start, see announced-address.ts. */
    readonly announcedAddress: string | null;
    /** The first worker's port; the next worker has the next one. UDP and TCP. */
    readonly portBase: number;
    readonly workers: number;
    /** Null: where mediasoup itself looks. */
    readonly workerBin: string | null;
    readonly turn: { readonly urls: readonly string[]; readonly secret: string } | null;
  };
  readonly logLevel: Environment['PLENARY_LOG_LEVEL'];
}

export interface ConfigFault {
  readonly variable: string;
  readonly fault: string;
  readonly example: string;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/** The exit code for a wrong configuration, as sysexits.h has it. */
export const wrongConfigExit = 78;

const isVariable = (name: string): name is Variable => Object.hasOwn(examples, name);

const faultOf = (variable: Variable, fault: string): ConfigFault => ({ variable, fault, example: examples[variable] });

/** A misspelt variable would silently do nothing: those with our own prefix must be known. */
function unknownOnes(env: NodeJS.ProcessEnv): ConfigFault[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('PLENARY_') && !isVariable(name))
    .map((name) => ({
      variable: name,
      fault: 'is no setting of Plenary',
      example: 'see .env.example for all of them',
    }));
}

/** Two settings that are only good together. */
function halves(env: NodeJS.ProcessEnv, one: Variable, other: Variable): ConfigFault[] {
  if (!env[one] === !env[other]) return [];
  const [set, lacking] = env[one] ? [one, other] : [other, one];
  return [faultOf(lacking, `must be set too, since ${set} is`)];
}

function acrossVariables(env: NodeJS.ProcessEnv): ConfigFault[] {
  return [
    ...unknownOnes(env),
    ...halves(env, 'PLENARY_TLS_CERT', 'PLENARY_TLS_KEY'),
    ...halves(env, 'MEDIA_TURN_URLS', 'MEDIA_TURN_SECRET'),
    ...halves(env, 'SMTP_URL', 'MAIL_FROM'),
    ...halves(env, 'OIDC_ISSUER', 'OIDC_CLIENT_ID'),
    ...halves(env, 'OIDC_ISSUER', 'OIDC_CLIENT_SECRET'),
    ...halves(env, 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'),
    ...halves(env, 'LANGUAGE_MODEL_URL', 'LANGUAGE_MODEL_NAME'),
    ...(env['LANGUAGE_MODEL_KEY'] ? halves(env, 'LANGUAGE_MODEL_KEY', 'LANGUAGE_MODEL_URL') : []),
  ];
}

function toConfig(read: Environment): Config {
  const {
    PLENARY_TLS_CERT: certFile,
    PLENARY_TLS_KEY: keyFile,
    MEDIA_TURN_URLS: urls,
    MEDIA_TURN_SECRET: secret,
    SMTP_URL: server,
    MAIL_FROM: from,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    WECHAT_APP_ID: wechatId,
    WECHAT_APP_SECRET: wechatSecret,
    LANGUAGE_MODEL_URL: modelUrl,
    LANGUAGE_MODEL_NAME: modelName,
    LANGUAGE_MODEL_KEY: modelKey,
  } = read;
  return {
    http: {
      host: read.HOST,
      port: read.PORT,
      publicUrl: read.PLENARY_PUBLIC_URL ?? null,
      trustProxy: read.PLENARY_TRUST_PROXY,
      tls: certFile && keyFile ? { certFile, keyFile } : null,
    },
    mail: server && from ? { server, from } : null,
    openId: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    languageModel: modelUrl && modelName ? { url: modelUrl, name: modelName, key: modelKey ?? null } : null,
    wechat: wechatId && wechatSecret ? { appId: wechatId, secret: wechatSecret, api: read.WECHAT_API } : null,
    store: { folder: read.PLENARY_DATA, databaseUrl: read.DATABASE_URL ?? null },
    webhooksMayBePrivate: read.PLENARY_WEBHOOKS_PRIVATE,
    media: {
      listenIp: read.MEDIA_LISTEN_IP,
      announcedAddress: read.MEDIA_ANNOUNCED_ADDRESS ?? null,
      portBase: read.MEDIA_PORT_BASE,
      workers: read.MEDIA_WORKERS,
      workerBin: read.MEDIASOUP_WORKER_BIN ?? null,
      turn: urls && secret ? { urls, secret } : null,
    },
    logLevel: read.PLENARY_LOG_LEVEL,
  };
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The same environment and files give the same answer; nothing is written and nothing is opened. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): ConfigResult {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(set);
  const single = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const variable = String(path[0]);
    return { variable, fault: message, example: isVariable(variable) ? examples[variable] : '' };
  });
  const faults = [...single, ...acrossVariables(set)];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const config = toConfig(parsed.data);
  if (config.media.portBase + config.media.workers - 1 > 65_535) {
    return {
      ok: false,
      faults: [
        faultOf('MEDIA_PORT_BASE', `leaves no room for ${config.media.workers} ports, one a worker, below 65536`),
      ],
    };
  }
  return { ok: true, config: freeze(config) };
}

export function inWords(faults: readonly ConfigFault[]): string {
  const lines = faults.map(({ variable, fault, example }) => `  ${variable} ${fault}. Example: ${example}`);
  return ['Plenary cannot start with this configuration:', ...lines].join('\n');
}
