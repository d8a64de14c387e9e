/** Schemas of the workshop's messages from the client, and the compile-time proof that schemas and contract say the same. */
import * as z from 'zod/mini';
import type { WorkshopCommand } from '../workshop/workshop.ts';
import { REACTIONS } from './workshop-messages.ts';
import { commandSchema } from './command-schemas.ts';
import { commandId } from './text-schemas.ts';

export { commandSchema };

export const handshakeSchema = z.strictObject({
  ticket: z.string().check(z.minLength(1), z.maxLength(2000)),
  protocol: z.int().check(z.gte(0), z.lte(1_000_000)),
  /** Minted when a person opens the workshop in a tab, and kept while that tab reconnects; who has none is a tab of its own each time. */
  tab: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

export const commandMessage = z.strictObject({ id: commandId, command: commandSchema });
export const catchUpMessage = z.strictObject({ since: z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER)) });
export const reactMessage = z.strictObject({ reaction: z.enum(REACTIONS) });
export const lineMessage = z.strictObject({
  loss: z.number().check(z.gte(0), z.lte(1)),
  roundTrip: z.nullable(z.int().check(z.gte(0), z.lte(600_000))),
  freezes: z.int().check(z.gte(0), z.lte(10_000)),
});
export const leaveMessage = z.strictObject({});

type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer One)[]
    ? readonly Frozen<One>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/**
 * Fails to compile when a command gains a field in the contract and not in its schema, or the other way round.
 * @public the compiler is its only reader
 */
export const SCHEMA_AGREES_WITH_CONTRACT: Same<Frozen<z.infer<typeof commandSchema>>, WorkshopCommand> = true;
