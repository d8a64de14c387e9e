/** How long each kind is kept here, and at which hour the night's purge is due: what administrators decided, else the house's own rule. */
import * as z from 'zod';
import { instant, type Instant } from '../../shared/kernel/ids.ts';
import { USUAL_DAYS, type KeptFor } from '../../shared/privacy/retention.ts';
import { timeZone } from '../../shared/protocol/text-schemas.ts';
import type { SettingsStore } from '../ports/accounts.ts';
import type { RetentionStore } from '../ports/retention.ts';

export interface Night {
  readonly hour: number;
  readonly timeZone: string;
  /** When the last purge was finished; null: never yet. */
  readonly purgedAt: Instant | null;
}

export interface Keeping {
  days(): Promise<KeptFor>;
  night(): Promise<Night>;
  change(to: { readonly days: Partial<KeptFor>; readonly hour: number; readonly timeZone: string }): Promise<void>;
  purged(at: Instant): Promise<void>;
}

const USUAL_HOUR = 3;
const hourOf = z.coerce.number().int().min(0).max(23);
const atOf = z.coerce.number().int().min(0);

export const createKeeping = (retention: RetentionStore, settings: SettingsStore): Keeping => ({
  days: async () => ({ ...USUAL_DAYS, ...(await retention.read()) }),
  async night() {
    const stored = await settings.read();
    const hour = hourOf.safeParse(stored.purgeHour);
    const zone = timeZone.safeParse(stored.purgeTimeZone);
    const at = atOf.safeParse(stored.purgedAt);
    return {
      hour: hour.success ? hour.data : USUAL_HOUR,
      timeZone: zone.success ? zone.data : Intl.DateTimeFormat().resolvedOptions().timeZone,
      purgedAt: at.success ? instant(at.data) : null,
    };
  },
  async change({ days, hour, timeZone: zone }) {
    await retention.write(days);
    await settings.write({ purgeHour: String(hour), purgeTimeZone: zone });
  },
  purged: (at) => settings.write({ purgedAt: String(at) }),
});
