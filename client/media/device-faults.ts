/** From the browser's words for a failed device to ours. Must not know the screen; the phrases stand in shared/languages/areas/media.ts. */
import type { MediaFault } from './media-session.ts';

const FAULTS: Readonly<Record<string, MediaFault>> = {
  NotAllowedError: 'media/deviceRefused',
  SecurityError: 'media/deviceRefused',
  NotFoundError: 'media/noDevice',
  OverconstrainedError: 'media/noDevice',
  NotReadableError: 'media/deviceBusy',
  AbortError: 'media/deviceBusy',
};

export const deviceFault = (cause: unknown): MediaFault =>
  (cause instanceof Error ? FAULTS[cause.name] : undefined) ?? 'media/unavailable';

/** Browsers give no camera to a page that came over plain HTTP from another machine. */
export const hasSecureContext = (): boolean => globalThis.isSecureContext && navigator.mediaDevices !== undefined;
