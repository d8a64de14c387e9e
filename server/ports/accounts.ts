/**
 * Ports of sign-in: accounts, what each is known by, what proves it, sessions, one-time secrets and counted attempts. Secrets arrive hashed;
 * plain ones are never stored. Every method may reject with a Fault and with nothing else.
 */
import type { AccountId, Instant } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';

export interface AccountRecord {
  readonly id: AccountId;
  readonly name: string;
  readonly language: Language;
  readonly isAdministrator: boolean;
  readonly createdAt: Instant;
  /** Set when its owner closed it; it has no name and no identities any more. */
  readonly closedAt: Instant | null;
}

/** What an account is known by: a mail address that was proven, or a subject of an OpenID provider. */
export interface Identity {
  readonly kind: 'email' | 'openId';
  /** As compared: the address in lower case, or issuer and subject. */
  readonly subject: string;
  readonly account: AccountId;
  /** As its owner wrote it. */
  readonly shown: string;
  readonly createdAt: Instant;
}

export interface AccountStore {
  /** With its first identity, in one transaction; Fault `store/conflict` when the identity is taken. */
  add(account: AccountRecord, identity: Identity): Promise<void>;
  /** The same, only while no administrator exists; false: there was one. */
  addFirstAdministrator(account: AccountRecord, identity: Identity): Promise<boolean>;
  addIdentity(identity: Identity): Promise<void>;
  find(account: AccountId): Promise<AccountRecord | null>;
  findByIdentity(kind: Identity['kind'], subject: string): Promise<AccountRecord | null>;
  identitiesOf(account: AccountId): Promise<readonly Identity[]>;
  /** Open accounts with their addresses, by name. */
  list(): Promise<readonly (AccountRecord & { readonly emails: readonly string[] })[]>;
  revise(account: AccountId, change: { readonly name?: string; readonly language?: Language }): Promise<void>;
  /** False, and nothing changed, when this would leave no administrator. */
  setAdministrator(account: AccountId, isAdministrator: boolean): Promise<boolean>;
  hasAdministrator(): Promise<boolean>;
  /**
   * Takes name, identities, credentials, sessions, memberships, letters and the tie to seats away in one transaction; what was said in
   * workshops stays theirs.
   */
  anonymize(account: AccountId, at: Instant): Promise<void>;
}

/** How somebody proved to be who they are. */
export type SignInWay = 'administratorLink' | 'mailLink' | 'invitation' | 'password' | 'passkey' | 'openId';

export interface SessionRecord {
  readonly id: string;
  readonly account: AccountId;
  readonly tokenHash: string;
  readonly way: SignInWay;
  /** The browser as it names itself, cut short. */
  readonly browser: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

export interface SessionStore {
  add(session: SessionRecord): Promise<void>;
  find(tokenHash: string): Promise<SessionRecord | null>;
  list(account: AccountId): Promise<readonly SessionRecord[]>;
  touch(session: string, seenAt: Instant, expiresAt: Instant): Promise<void>;
  /** False: this account has no such session. */
  end(account: AccountId, session: string): Promise<boolean>;
  /** Ends all of an account but this one; answers how many. */
  endOthers(account: AccountId, keep: string | null): Promise<number>;
  /** Removes those that expired before this instant. Answers how many. */
  purge(before: Instant): Promise<number>;
}

export type OneTimeKind = 'administrator' | 'signIn' | 'secondFactor' | 'openId' | 'passkey' | 'totp';

export interface OneTimeRecord {
  readonly secretHash: string;
  readonly kind: OneTimeKind;
  readonly account: AccountId | null;
  /** What the secret stands for, as its maker wrote it. */
  readonly body: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface OneTimeStore {
  add(secret: OneTimeRecord): Promise<void>;
  /** Looks without using it up; null when it is unknown, used or expired. */
  look(kind: OneTimeKind, secretHash: string, now: Instant): Promise<OneTimeRecord | null>;
  /** Uses it up: of two that ask at once, one gets it. */
  take(kind: OneTimeKind, secretHash: string, now: Instant): Promise<OneTimeRecord | null>;
  /** Makes all of a kind worthless, for everybody or for one account. */
  withdraw(kind: OneTimeKind, account: AccountId | null): Promise<void>;
  /** Removes those that expired before this instant. Answers how many. */
  purge(before: Instant): Promise<number>;
}

/** What proves an account: 'password' and 'totp' once each, passkeys and recovery codes any number. */
export type CredentialKind = 'password' | 'totp' | 'passkey' | 'recovery';

export interface Credential {
  readonly id: string;
  readonly account: AccountId;
  readonly kind: CredentialKind;
  /** Unique within its kind: the account, a passkey's own id, the hash of a recovery code. */
  readonly key: string;
  /** What it is checked against, as JSON of its kind. */
  readonly body: string;
  readonly label: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

export interface CredentialStore {
  /** Takes the place of one with the same kind and key, of the same account; Fault `store/conflict` when it is another's. */
  put(credential: Credential): Promise<void>;
  /** All of a kind at once, in place of those there were. */
  replaceAll(account: AccountId, kind: CredentialKind, by: readonly Credential[]): Promise<void>;
  find(kind: CredentialKind, key: string): Promise<Credential | null>;
  list(account: AccountId): Promise<readonly Credential[]>;
  /** Writes down its use, only when it is still as it was read: of two uses of one code, one succeeds. */
  use(credential: Credential, body: string, at: Instant): Promise<boolean>;
  /** False: this account has no such credential (any more). */
  remove(account: AccountId, id: string): Promise<boolean>;
}

/** How often something was tried in vain, by a key that names who or from where. */
export interface AttemptStore {
  /**
   * Counts one try, unless the key is blocked now. `blockFor` says for how long the key is blocked after this many tries; tries older than
   * `forgetAfter` count no more. Answers until when it is blocked, or null: the try may go on.
   */
  count(key: string, now: Instant, blockFor: (tries: number) => number, forgetAfter: number): Promise<Instant | null>;
  /** The try was none: it succeeded. */
  forgive(key: string): Promise<void>;
  /** Removes keys last tried before this instant, unless they are blocked still. Answers how many. */
  purge(before: Instant): Promise<number>;
}

/** The installation's settings that administrators change while it runs; values as JSON. */
export interface SettingsStore {
  read(): Promise<Readonly<Record<string, string>>>;
  write(values: Readonly<Record<string, string>>): Promise<void>;
}
