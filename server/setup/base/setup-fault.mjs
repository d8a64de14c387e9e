// A fault of the machine or of the user's settings, said in a sentence that helps. Printed without a stack trace.
export class SetupFault extends Error {
  /** @override */
  name = 'SetupFault';
}
