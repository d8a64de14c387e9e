/** Who is signed in with this browser, as a signal. Owns asking the server once and again; must not know the screen. */
import { signal } from '@lit-labs/signals';
import { readMe, signOut, type Me } from '../connection/account-api.ts';

/** `undefined` until the server has answered; null: nobody. */
export const me$ = signal<Me | null | undefined>(undefined);

export const refreshMe = async (): Promise<void> => {
  const answer = await readMe();
  if (answer.ok) me$.set(answer.value.me);
};

/** False: the server could not be reached, and whoever was signed in still is. */
export const leave = async (): Promise<boolean> => {
  const answer = await signOut();
  if (answer.ok) me$.set(null);
  return answer.ok;
};
