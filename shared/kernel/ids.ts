/**
 * The branded ids of everything that has identity. Owns their shape; must not know what they identify.
 * An id is 1–64 characters of A–Z a–z 0–9 _ - and starts with a letter or digit; it is minted by whoever needs it first
 * (the client for commands, items and blocks; the server for seats, links and files), never inside shared/.
 */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type WorkshopId = Branded<string, 'WorkshopId'>;
export type SeatId = Branded<string, 'SeatId'>;
export type CommandId = Branded<string, 'CommandId'>;
export type AgendaItemId = Branded<string, 'AgendaItemId'>;
export type PersonId = Branded<string, 'PersonId'>;
export type OrganizationId = Branded<string, 'OrganizationId'>;
export type GroupId = Branded<string, 'GroupId'>;
export type FileId = Branded<string, 'FileId'>;
export type BlockId = Branded<string, 'BlockId'>;
/** Somebody who signs in. A seat may belong to an account, and need not. */
export type AccountId = Branded<string, 'AccountId'>;
/** An organization that owns workshops here; `OrganizationId` is one that a roster or the directory names. */
export type OwningOrganizationId = Branded<string, 'OwningOrganizationId'>;
/** A person, organization or group of the installation's directory; a roster's copy may say which one it was copied from. */
export type DirectoryId = Branded<string, 'DirectoryId'>;
/** A program update, in whatever languages it appears. */
export type PublicationId = Branded<string, 'PublicationId'>;

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z, always the server's clock. */
export type Instant = Branded<number, 'Instant'>;

export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Names that JavaScript objects carry already; a record keyed by ids must never meet them. */
const RESERVED = new Set([
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'isPrototypeOf',
  'toLocaleString',
  'propertyIsEnumerable',
]);

export const isId = (text: string): boolean => ID_PATTERN.test(text) && !RESERVED.has(text);

/** Gives a plain number its meaning; the one place where a clock's reading becomes an Instant. */
export const instant = (milliseconds: number): Instant => milliseconds as Instant;

/** Gives a checked string its meaning. Callers validate with `isId` (or a schema) at the border first. */
export const id = <
  Name extends
    | WorkshopId
    | SeatId
    | CommandId
    | AgendaItemId
    | PersonId
    | OrganizationId
    | GroupId
    | FileId
    | BlockId
    | AccountId
    | OwningOrganizationId
    | DirectoryId
    | PublicationId,
>(
  text: string,
): Name => text as Name;
