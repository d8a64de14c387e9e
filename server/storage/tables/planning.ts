/** Agendas that organizations have saved. */
import type { Milliseconds } from './columns.ts';

interface AgendaTemplatesTable {
  id: string;
  organization: string;
  created_at: Milliseconds;
  created_by: string;
  name: string;
  items: string;
}

export interface PlanningTables {
  agenda_templates: AgendaTemplatesTable;
}
