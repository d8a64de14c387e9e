/** What differs between the two engines: how bytes are called. */
export type BytesType = 'blob' | 'bytea';
