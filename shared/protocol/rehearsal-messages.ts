/** The words of a rehearsal of one's set-up on the wire. Its requests are those of media signalling, from several ends of one person. */

/** Each way through the network is tried from an end of its own; then what is sent from one comes back to another. */
export const REHEARSAL_ENDS = ['udp', 'tcp', 'relay', 'send', 'receive'] as const;
export type RehearsalEnd = (typeof REHEARSAL_ENDS)[number];
