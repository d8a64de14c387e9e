/** All tables; one schema for SQLite and PostgreSQL. Instants are integers (ms), JSON is text. */
import type { AccessTables } from './tables/access.ts';
import type { FactsTables } from './tables/facts.ts';
import type { FilesTables } from './tables/files.ts';
import type { ProseTables } from './tables/prose.ts';

export interface Tables extends FactsTables, AccessTables, ProseTables, FilesTables {}
