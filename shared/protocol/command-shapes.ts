/** What the schemas of commands have in common. Must not know any slice. */
import * as z from 'zod/mini';
import { agendaItemId, seatId } from './text-schemas.ts';

export const optional = <Shape extends Record<string, z.ZodMiniType>>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, z.exactOptional(schema)])) as {
    [K in keyof Shape]: z.ZodMiniExactOptional<Shape[K]>;
  };

export const index = z.int().check(z.gte(0), z.lte(1000));
export const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
export const ofSeat = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), seat: seatId });
export const ofItem = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), item: agendaItemId });
