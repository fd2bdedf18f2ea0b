/** Streams to screens: the present at once, then again whenever something says it changed, never faster than asked. */

export interface PushOptions<T> {
  /** The value as it stands. */
  read(): T | Promise<T>;
  /** Registers for changes; gives back what ends it. Several sources may wake one stream. */
  readonly wake: readonly ((handler: () => void) => () => void)[];
  readonly signal: AbortSignal;
  /** Least real time between two values, ms. */
  readonly everyMs: number;
}

/** Ends with the signal. A read that throws ends the stream with that error: the screen shows it. */
export async function* push<T>({ read, wake, signal, everyMs }: PushOptions<T>): AsyncGenerator<T> {
  let changed = true;
  let resume = () => {};
  const onWake = () => {
    changed = true;
    resume();
  };
  const stops = wake.map(register => register(onWake));
  signal.addEventListener('abort', onWake);
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        yield await read();
        await pause(everyMs, signal);
      } else
        await new Promise<void>(resolve => {
          resume = resolve;
          // A change between the test above and this line has set the flag already.
          if (changed || signal.aborted) resolve();
        });
    }
  } finally {
    for (const stop of stops) stop();
    signal.removeEventListener('abort', onWake);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
