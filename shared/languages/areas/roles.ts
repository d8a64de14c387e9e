/** The roles as they are named within a sentence. */
import type { Role } from '../../workshop/roles.ts';
import { area } from '../area.ts';

export const rolesArea = area<Role>(
  {
    chair: 'chair',
    'co-chair': 'co-chair',
    speaker: 'speaker',
    rapporteur: 'rapporteur',
    interpreter: 'interpreter',
    participant: 'participant',
    observer: 'observer',
  },
  {
    chair: '主持人',
    'co-chair': '联合主持人',
    speaker: '发言嘉宾',
    rapporteur: '记录员',
    interpreter: '译员',
    participant: '参会者',
    observer: '旁听者',
  },
);
