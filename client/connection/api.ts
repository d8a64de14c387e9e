/**
 * The server's HTTP doors as typed functions. Owns paths, headers and named errors; must not know the screen.
 */
import type { Honorific } from '../../shared/directory/person.ts';
import type { Instant, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import type { Role } from '../../shared/workshop/roles.ts';

export interface FieldFault {
  readonly path: string;
  readonly code: string;
}

/** What went wrong with a request, as a stable word. `status` 0: the server was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldFault[];
  /** The answer's body, for the doors that say more (an import's faults). */
  readonly body: unknown;

  constructor(status: number, code: string, fields: readonly FieldFault[] = [], body: unknown = null) {
    super(code);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.body = body;
  }
}

export interface WorkshopSummary {
  readonly id: WorkshopId;
  readonly title: LocalText;
  readonly phase: 'scheduled' | 'live' | 'ended';
  readonly startsAt?: Instant | null;
  readonly timeZone?: string;
}

export interface Installation {
  readonly version: string;
  readonly empty: boolean;
  readonly upcoming: readonly WorkshopSummary[];
  readonly held: readonly WorkshopSummary[];
  readonly mediaUp: boolean;
}

export interface RoleLink {
  readonly role: Role;
  readonly url: string;
}

export interface StartedWorkshop {
  readonly workshop: WorkshopId;
  readonly seat?: SeatId;
  readonly seatToken?: string;
  readonly links: readonly RoleLink[];
}

export interface Door {
  readonly title: LocalText;
  readonly phase: 'scheduled' | 'live' | 'ended';
  readonly startsAt?: Instant | null;
  readonly timeZone: string;
  readonly role: Role;
  readonly knocks: boolean;
  readonly language: Language;
}

export interface Guest {
  readonly name: string;
  readonly organization?: string;
  readonly position?: string;
  readonly honorific?: Honorific;
}

export interface Entrance {
  readonly seatToken: string;
  readonly seat: SeatId;
  readonly waiting: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const errorOf = (status: number, body: unknown): ApiError => {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const code = typeof error['code'] === 'string' ? error['code'] : status >= 500 ? 'http/fault' : 'http/refused';
  const fields = Array.isArray(error['fields'])
    ? error['fields'].filter(
        (one: unknown): one is FieldFault =>
          isRecord(one) && typeof one['path'] === 'string' && typeof one['code'] === 'string',
      )
    : [];
  return new ApiError(status, code, fields, body);
};

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return (await response.json()) as unknown;
  } catch {
    return null;
  }
};

/** Throws ApiError. The shape of a good answer is the server's own schema; both are built from one tree. */
const request = async <Answer>(path: string, options: RequestInit = {}): Promise<Answer> => {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError(0, 'http/notReached');
  }
  const body = await bodyOf(response);
  if (!response.ok) throw errorOf(response.status, body);
  return body as Answer;
};

const post = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

export const installation = (): Promise<Installation> => request('/api/installation');

export const startWorkshop = (asked: {
  title: LocalText;
  language: Language;
  name: string;
  timeZone: string;
}): Promise<StartedWorkshop> => request('/api/workshops', post(asked));

export const openDemo = (asked: {
  mode: 'held' | 'again';
  name: string;
  language: Language;
}): Promise<StartedWorkshop> => request('/api/demo', post(asked));

export const importWorkshop = (file: string, mode: 'held' | 'again'): Promise<StartedWorkshop> =>
  request(`/api/workshops/import?mode=${mode}`, post(file));

export const door = (workshop: WorkshopId, secret: string): Promise<Door> =>
  request(`/api/workshops/${encodeURIComponent(workshop)}/door`, { headers: { 'x-plenary-link': secret } });

export const enter = (
  workshop: WorkshopId,
  asked: { secret: string; guest: Guest; language: Language },
): Promise<Entrance> => request(`/api/workshops/${encodeURIComponent(workshop)}/enter`, post(asked));

export const ticket = (
  workshop: WorkshopId,
  authorization: string,
  audience: 'socket' | 'notes',
): Promise<{ readonly ticket: string }> =>
  request(`/api/workshops/${encodeURIComponent(workshop)}/tickets`, post({ audience }, { authorization }));

export const issueLink = (workshop: WorkshopId, authorization: string, role: Role): Promise<RoleLink> =>
  request(`/api/workshops/${encodeURIComponent(workshop)}/links`, post({ role }, { authorization }));

/** The workshop file, as text to be saved. Throws ApiError. */
export const exportWorkshop = async (workshop: WorkshopId, authorization: string): Promise<string> =>
  JSON.stringify(
    await request(`/api/workshops/${encodeURIComponent(workshop)}/export`, { headers: { authorization } }),
    null,
    2,
  );
