// A command that was not carried out, with the sentence that says why. Never holds a key or a value that could be one.

/** Ends a command with exit code 1; its message goes to stderr as it is. */
export class CliRefusal extends Error {
  override readonly name = 'CliRefusal';
}
