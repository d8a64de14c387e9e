/** A value that can be read and watched but not set from outside. Owns the type only. */
export interface Readable<T> {
  get(): T;
}
