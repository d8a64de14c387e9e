/** Starts the service worker where there is one to be had. Owns no state; a page without it needs a line to open, and says so. */
export const keepForOffline = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js').catch(() => {
    // Forbidden in some private windows: the page then opens only with a line.
  });
};
