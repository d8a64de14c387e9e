/** What this browser remembers of sound and picture between visits. A browser that forbids storage merely forgets. */
export const recall = (what: string): string | null => {
  try {
    return localStorage.getItem(`plenary.${what}`);
  } catch {
    return null;
  }
};

export const remember = (what: string, value: string): void => {
  try {
    localStorage.setItem(`plenary.${what}`, value);
  } catch {
    // Private windows may refuse; nothing but the memory is lost.
  }
};
