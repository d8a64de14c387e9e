/** The chat's words, which can be erased; who said them to whom stands in the log. */
import type { Milliseconds } from './columns.ts';

interface ChatWordsTable {
  workshop: string;
  line: string;
  at: Milliseconds;
  /** Null once erased. */
  text: string | null;
}

export interface ChatTables {
  chat_words: ChatWordsTable;
}
