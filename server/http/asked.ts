/**
 * What the doors found out about a request while they answered it: who asked, for what workshop, and by which word it was refused. Owns the
 * memory beside the request; the audit log reads it when the answer is out.
 */
import type { FastifyRequest } from 'fastify';
import type { AuditLine } from '../ports/audit.ts';

/** `action`: where a route's own name does not tell what became of it. */
type Found = {
  -readonly [Key in 'workshop' | 'organization' | 'seat' | 'account' | 'code' | 'target' | 'action']?: AuditLine[Key];
};

const found = new WeakMap<object, Found>();

export const foundOf = (request: FastifyRequest): Readonly<Found> => found.get(request.raw) ?? {};

/** Of a request that must not be tied to anybody: only where it was, and what. */
export const findOutUnnamed = (
  request: FastifyRequest,
  more: Required<Pick<Found, 'action'>> & Pick<Found, 'workshop'>,
): void => void found.set(request.raw, more);

export const findOut = (request: FastifyRequest, more: Found): void =>
  void found.set(request.raw, { ...found.get(request.raw), ...more });
