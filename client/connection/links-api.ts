/** The links of a workshop over HTTP, for its desk. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { ROLES, type Role } from '../../shared/workshop/roles.ts';
import { ask, post, read, type Answer } from './http.ts';

const role = z.enum(ROLES);
const made = z.object({ id: z.string(), role, url: z.string() });
const listed = z.object({
  id: z.string(),
  role,
  label: z.string(),
  person: z.nullable(z.string()),
  createdAt: z.number(),
  expiresAt: z.nullable(z.number()),
  once: z.boolean(),
  uses: z.number(),
  usedAt: z.nullable(z.number()),
});
const list = z.object({ links: z.array(listed) });
const withdrawn = z.object({ ended: z.number(), spared: z.number() });

export type MadeLink = z.infer<typeof made>;
export type ListedLink = z.infer<typeof listed>;

export interface LinkWish {
  readonly role: Role;
  readonly label?: string;
  readonly person?: string;
  readonly expiresAt?: number;
  readonly once?: boolean;
}

export interface Desk {
  readonly workshop: WorkshopId;
  authorization(): string;
}

const at = ({ workshop }: Desk, more = ''): string => `/api/workshops/${encodeURIComponent(workshop)}/links${more}`;
const headers = (desk: Desk) => ({ authorization: desk.authorization() });

export const listLinks = async (desk: Desk): Promise<Answer<readonly ListedLink[]>> => {
  const answer = read(list, await ask(at(desk), { headers: headers(desk) }));
  return answer.ok ? { ok: true, value: answer.value.links } : answer;
};

export const makeLink = async (desk: Desk, wish: LinkWish): Promise<Answer<MadeLink>> =>
  read(made, await ask(at(desk), post(wish, headers(desk))));

/** The old address opens nothing from then on; who came by it stays. */
export const replaceLink = async (desk: Desk, link: string): Promise<Answer<MadeLink>> =>
  read(made, await ask(at(desk, `/${encodeURIComponent(link)}/replace`), { method: 'POST', headers: headers(desk) }));

/** Who came by it is sent out. */
export const withdrawLink = async (desk: Desk, link: string): Promise<Answer<z.infer<typeof withdrawn>>> =>
  read(withdrawn, await ask(at(desk, `/${encodeURIComponent(link)}`), { method: 'DELETE', headers: headers(desk) }));
