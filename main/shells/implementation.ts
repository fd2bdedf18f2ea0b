/** The console's side of the contract: one handler per procedure, checked on the way in and on the way out. */
import { z } from 'zod';
import { contract, type InterlockContract } from '../../preload/contract/index.ts';
import type { Procedure } from '../../preload/contract/procedure.ts';

type Handler<P> =
  P extends Procedure<'stream', infer I, infer O>
    ? (input: z.output<I>, signal: AbortSignal) => AsyncIterable<z.input<O>>
    : P extends Procedure<'query' | 'command', infer I, infer O>
      ? (input: z.output<I>, signal: AbortSignal) => Promise<z.input<O>> | z.input<O>
      : never;

export type Implementation = {
  readonly [S in keyof InterlockContract]: {
    readonly [N in keyof InterlockContract[S]]: Handler<InterlockContract[S][N]>;
  };
};

/** A call that cannot be served, in words for the screen. */
export class CallError extends Error {
  readonly code: 'unknown-procedure' | 'bad-input' | 'failed';
  constructor(code: CallError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CallError';
    this.code = code;
  }
}

interface Call {
  readonly kind: 'query' | 'command' | 'stream';
  /** Value for query and command, values for stream. */
  run(input: unknown, signal: AbortSignal): Promise<unknown> | AsyncIterable<unknown>;
}

/** Every procedure as `screen.name`, ready for a transport: it parses input and output and knows nothing of wires. */
export function calls(implementation: Implementation): ReadonlyMap<string, Call> {
  const table = new Map<string, Call>();
  for (const [screen, procedures] of Object.entries(contract)) {
    for (const [name, procedure] of Object.entries(procedures) as [string, Procedure][]) {
      table.set(
        `${screen}.${name}`,
        callOf(`${screen}.${name}`, procedure, handlerOf(implementation, screen, name)),
      );
    }
  }
  return table;
}

/** Answers every call as soon as the console has started: a window may be there before it. */
export function deferred(starting: Promise<Implementation>): Implementation {
  const handler = (screen: string, name: string, procedure: Procedure): AnyHandler =>
    procedure.kind === 'stream'
      ? async function* (input, signal) {
          yield* handlerOf(await starting, screen, name)(input, signal) as AsyncIterable<unknown>;
        }
      : async (input, signal) => handlerOf(await starting, screen, name)(input, signal);
  return Object.fromEntries(
    Object.entries(contract).map(([screen, procedures]) => [
      screen,
      Object.fromEntries(
        Object.entries(procedures).map(([name, procedure]) => [name, handler(screen, name, procedure)]),
      ),
    ]),
    // Built from the contract itself, so that nothing is missing; the compiler cannot follow that.
  ) as unknown as Implementation;
}

type AnyHandler = (input: unknown, signal: AbortSignal) => unknown;

/** The mapped type above guarantees that a handler of this shape stands at this place. */
function handlerOf(implementation: Implementation, screen: string, name: string): AnyHandler {
  const table = implementation as unknown as Record<string, Record<string, AnyHandler>>;
  const handler = table[screen]?.[name];
  if (!handler) throw new Error(`The console does not implement ${screen}.${name}`);
  return handler;
}

function callOf(path: string, procedure: Procedure, handler: AnyHandler): Call {
  const parseIn = (input: unknown) => {
    const parsed = procedure.input.safeParse(input ?? {});
    if (!parsed.success) throw new CallError('bad-input', `${path}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };
  if (procedure.kind === 'stream') {
    return {
      kind: 'stream',
      async *run(input, signal) {
        for await (const item of handler(parseIn(input), signal) as AsyncIterable<unknown>) {
          if (signal.aborted) return;
          yield procedure.output.parse(item);
        }
      },
    };
  }
  return {
    kind: procedure.kind,
    run: async (input, signal) => procedure.output.parse(await handler(parseIn(input), signal)),
  };
}
