/** The secret in the address: read once, then taken out of the address bar and the history. */
export const takeSecret = (): string | null => {
  const secret = /^#k=([A-Za-z0-9_-]{20,100})$/.exec(location.hash)?.[1] ?? null;
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return secret;
};
