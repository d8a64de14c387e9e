/** The migrations, in order; run at every start. One that has been released is never edited: the next one is added, in a file of its own. */
import type { Migration } from 'kysely';
import { first } from './0001-first.ts';
import { accounts } from './0002-accounts.ts';
import { directory } from './0003-directory.ts';
import { doors } from './0004-doors.ts';
import { updates } from './0005-updates.ts';
import { boardHistory } from './0006-board-history.ts';
import { drafts } from './0007-drafts.ts';
import { chat } from './0008-chat.ts';
import { scheduling } from './0009-scheduling.ts';
import { ballots } from './0011-ballots.ts';
import { invitations } from './0012-invitations.ts';
import { api } from './0014-api.ts';
import { minutes } from './0017-minutes.ts';
import { updateImport } from './0016-update-import.ts';
import type { BytesType } from './bytes-type.ts';

export const migrations = (bytes: BytesType): Record<string, Migration> => ({
  '0001-first': first(bytes),
  '0002-accounts': accounts,
  '0003-directory': directory(bytes),
  '0004-doors': doors,
  '0005-updates': updates(bytes),
  '0006-board-history': boardHistory(bytes),
  '0007-drafts': drafts,
  '0008-chat': chat,
  '0009-scheduling': scheduling,
  '0011-ballots': ballots,
  '0012-invitations': invitations,
  '0014-api': api,
  '0016-update-import': updateImport(bytes),
  '0017-minutes': minutes,
});
