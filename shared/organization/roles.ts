/** The roles of a member in an organization that owns workshops. The roles at a workshop's table stand in workshop/roles.ts. */
export const ORGANIZATION_ROLES = ['owner', 'organizer', 'editor'] as const;
export type OrganizationRole = (typeof ORGANIZATION_ROLES)[number];
