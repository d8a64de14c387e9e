/** What administrators decide for the whole installation. Owns the settings, their defaults and their schema; a value nobody understands is its default. */
import * as z from 'zod';
import type { SettingsStore } from '../ports/accounts.ts';

export const settingsSchema = z.strictObject({
  /** Whether "Start a workshop now" is open to who has not signed in. */
  guestsMayStart: z.boolean(),
  /** Whether anybody may make an account for an own mail address; else only who is invited. */
  anybodyMaySignUp: z.boolean(),
  /** Whether anybody with an account may found an organization; else only administrators. */
  anybodyMayFound: z.boolean(),
});
export type InstallationSettings = z.infer<typeof settingsSchema>;

const DEFAULTS: InstallationSettings = { guestsMayStart: true, anybodyMaySignUp: true, anybodyMayFound: false };

export interface Settings {
  read(): Promise<InstallationSettings>;
  change(by: { readonly [Name in keyof InstallationSettings]?: boolean | undefined }): Promise<void>;
}

const understood = (value: string | undefined, otherwise: boolean): boolean =>
  value === 'true' ? true : value === 'false' ? false : otherwise;

export const createSettings = (store: SettingsStore): Settings => ({
  async read() {
    const stored = await store.read();
    return {
      guestsMayStart: understood(stored.guestsMayStart, DEFAULTS.guestsMayStart),
      anybodyMaySignUp: understood(stored.anybodyMaySignUp, DEFAULTS.anybodyMaySignUp),
      anybodyMayFound: understood(stored.anybodyMayFound, DEFAULTS.anybodyMayFound),
    };
  },
  change: (by) =>
    store.write(
      Object.fromEntries(
        Object.entries(by)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, JSON.stringify(value)]),
      ),
    ),
});
