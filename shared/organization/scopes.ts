/**
 * What a program may be allowed that speaks for an organization: a part of the members' rights, named alike, and never more than whoever made
 * the token. Owns which rights can be given away; must not know tokens.
 */
import type { OrganizationPermission } from './permissions.ts';

/** Without those over members, the organization itself and what is deleted: these stay with people. */
export const TOKEN_SCOPES = [
  'organization.read',
  'workshops.read',
  'workshops.create',
  'workshops.manage',
  'directory.read',
  'directory.edit',
  'updates.edit',
  'updates.publish',
] as const satisfies readonly OrganizationPermission[];

export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a webhook can hear of. */
export const HAPPENINGS = ['workshop.started', 'item.began', 'workshop.ended', 'update.published'] as const;

export type HappeningKind = (typeof HAPPENINGS)[number];

/** What has become of telling a webhook. */
export const DELIVERY_STATES = ['waiting', 'sending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
