/** All tables; one schema for SQLite and PostgreSQL. Instants are integers (ms), JSON is text. */
import type { AccountsTables } from './tables/accounts.ts';
import type { AccessTables } from './tables/access.ts';
import type { BoardHistoryTables } from './tables/board-history.ts';
import type { ApiTables } from './tables/api.ts';
import type { ChatTables } from './tables/chat.ts';
import type { DirectoryTables } from './tables/directory.ts';
import type { DoorsTables } from './tables/doors.ts';
import type { DraftsTables } from './tables/drafts.ts';
import type { MinutesTables } from './tables/minutes.ts';
import type { FactsTables } from './tables/facts.ts';
import type { FilesTables } from './tables/files.ts';
import type { InvitationsTables } from './tables/invitations.ts';
import type { MailTables } from './tables/mail.ts';
import type { OrganizationsTables } from './tables/organizations.ts';
import type { PlanningTables } from './tables/planning.ts';
import type { ProseTables } from './tables/prose.ts';
import type { UpdatesTables } from './tables/updates.ts';

export interface Tables
  extends
    FactsTables,
    AccessTables,
    ProseTables,
    FilesTables,
    AccountsTables,
    OrganizationsTables,
    MailTables,
    InvitationsTables,
    DoorsTables,
    DirectoryTables,
    UpdatesTables,
    BoardHistoryTables,
    ChatTables,
    ApiTables,
    DraftsTables,
    MinutesTables,
    PlanningTables {}
