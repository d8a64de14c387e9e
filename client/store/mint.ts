/** New ids in the browser. Works without a secure context too, where `randomUUID` is missing. */
export const mintId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
