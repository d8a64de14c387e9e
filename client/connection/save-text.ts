/** Hands a text that is here already to the browser to save as a file. Must not know which. */
export const saveText = (text: string, name: string, type: string): void => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  URL.revokeObjectURL(href);
};
