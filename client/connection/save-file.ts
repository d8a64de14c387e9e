/** Fetches a file that only a seat may have and hands it to the browser to save. Must not know which file or who asks. */

/** False when it did not come. */
export const saveFile = async (path: string, name: string, authorization: string | null): Promise<boolean> => {
  try {
    const reply = await fetch(path, { headers: authorization === null ? {} : { authorization } });
    if (!reply.ok) return false;
    const href = URL.createObjectURL(await reply.blob());
    Object.assign(document.createElement('a'), { href, download: name }).click();
    URL.revokeObjectURL(href);
    return true;
  } catch {
    return false;
  }
};
