/** The seven roles of a workshop. Owner, organizer and editor are roles in an organization and do not belong here. */
export const ROLES = ['chair', 'co-chair', 'speaker', 'rapporteur', 'interpreter', 'participant', 'observer'] as const;
export type Role = (typeof ROLES)[number];
