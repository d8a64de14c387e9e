/** What members of an organization are called, and what each may do, in a line. */
import type { OrganizationRole } from '../../organization/roles.ts';
import { area } from '../area.ts';

export const organizationRoleArea = area<OrganizationRole | `${OrganizationRole}.may`>(
  {
    owner: 'owner',
    organizer: 'organizer',
    editor: 'editor',
    'owner.may': 'Manages members and everything else.',
    'organizer.may': 'Prepares and runs workshops, and keeps the directory.',
    'editor.may': 'Edits and publishes program updates.',
  },
  {
    owner: '所有者',
    organizer: '组织者',
    editor: '编辑',
    'owner.may': '管理成员及其他一切事务。',
    'organizer.may': '筹备和主持研讨会，维护名录。',
    'editor.may': '编辑和发布项目动态。',
  },
);
