/**
 * A Fault is a bug or the world failing (disk, database, worker): thrown with its cause, logged with ids, told outside only in general words.
 * Owns the class; expected refusals are data and never come here.
 */
export type FaultCode =
  | 'store/conflict'
  | 'store/unavailable'
  | 'store/heldByAnother'
  | 'store/damaged'
  | 'store/newerVersion'
  | 'media/noWorker'
  | 'files/notWritten'
  | 'documents/notDrawn'
  | 'backup/within'
  | 'backup/notEmpty';

export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}
