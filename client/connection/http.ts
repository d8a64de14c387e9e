/**
 * Asking Plenary over HTTP: one ask, its answer checked by schema, each No with its code. Owns the wire; what is asked stands in the
 * *-api.ts files of the areas. The session's cookie goes with every ask by itself; a seat's token goes in a header.
 */
import * as z from 'zod/mini';

export interface FieldFault {
  readonly path: string;
  readonly code: string;
}

/** A No over HTTP: a stable code, and which fields it is about. `http/unreachable` when there was no answer at all. */
export interface ApiFault {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly FieldFault[];
}

export type Answer<T, F = ApiFault> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

const refused = z.object({
  error: z.object({
    code: z.string(),
    fields: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
  }),
});

const UNREACHABLE: ApiFault = { code: 'http/unreachable', status: 0, fields: [] };

const faultOf = (status: number, body: unknown): ApiFault => {
  const read = refused.safeParse(body);
  return read.success
    ? { code: read.data.error.code, status, fields: read.data.error.fields ?? [] }
    : { code: status >= 500 ? 'http/unavailable' : 'http/malformed', status, fields: [] };
};

export interface Asked {
  readonly status: number;
  readonly body: unknown;
}

export const ask = async (path: string, init?: RequestInit): Promise<Asked | null> => {
  try {
    const response = await fetch(path, init);
    const body = (await response.json().catch(() => null)) as unknown;
    return { status: response.status, body };
  } catch {
    return null;
  }
};

export const read = <T>(schema: z.ZodMiniType<T>, asked: Asked | null): Answer<T> => {
  if (asked === null) return { ok: false, fault: UNREACHABLE };
  if (asked.status >= 400) return { ok: false, fault: faultOf(asked.status, asked.body) };
  const value = schema.safeParse(asked.body);
  return value.success
    ? { ok: true, value: value.data }
    : { ok: false, fault: { code: 'http/malformed', status: asked.status, fields: [] } };
};

export const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
