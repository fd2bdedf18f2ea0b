/** What a command's exit code means, and the error that stands for bad input. */
export const EXIT = { done: 0, negative: 1, badInput: 2, noConvergence: 3, interrupted: 130 } as const;

/** A file, option or row that cannot be used; the message names it and says what to do. */
export class InputError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InputError';
  }
}
