/**
 * What a member of an organization may do, in one table; HTTP, files and Yjs ask here. An administrator of the installation manages
 * accounts, mail and settings, and is no member by that. Must not know how an account is recognised.
 */
import type { OrganizationRole } from './roles.ts';

export const ORGANIZATION_PERMISSIONS = {
  'organization.read': ['owner', 'organizer', 'editor'],
  'organization.edit': ['owner'],
  'members.manage': ['owner'],
  'workshops.read': ['owner', 'organizer', 'editor'],
  'workshops.create': ['owner', 'organizer'],
  /** Take the chair, issue and revoke links, archive, delete. */
  'workshops.manage': ['owner', 'organizer'],
  'directory.read': ['owner', 'organizer', 'editor'],
  'directory.edit': ['owner', 'organizer'],
  'updates.edit': ['owner', 'organizer', 'editor'],
  'updates.publish': ['owner', 'editor'],
  'audit.read': ['owner'],
  'retention.manage': ['owner'],
  /** Tokens of programs and webhooks. */
  'programs.manage': ['owner'],
} as const satisfies Record<string, readonly OrganizationRole[]>;

export type OrganizationPermission = keyof typeof ORGANIZATION_PERMISSIONS;

export const memberMay = (role: OrganizationRole, permission: OrganizationPermission): boolean =>
  (ORGANIZATION_PERMISSIONS[permission] as readonly OrganizationRole[]).includes(role);
