/**
 * The typed client of the contract: `call(screen, name, input)` for each procedure, every output parsed with the
 * contract's own schema, so that a screen never sees a value of another shape.
 */
import { contract, type InterlockContract } from '../../preload/contract/index.ts';
import type { InputOf, OutputOf, Procedure, ProcedureKind } from '../../preload/contract/procedure.ts';
import { portFromBridge, portTransport } from './port-transport.ts';
import { CallFailure, type Transport } from './transport.ts';
import { webSocketTransport } from './websocket-transport.ts';

export type Screen = keyof InterlockContract & string;
/** Names of one screen's procedures of a kind. */
export type NameOf<K extends ProcedureKind, S extends Screen> = {
  [N in keyof InterlockContract[S]]: InterlockContract[S][N] extends Procedure<K> ? N : never;
}[keyof InterlockContract[S]] &
  string;
export type Input<S extends Screen, N extends keyof InterlockContract[S]> = InputOf<InterlockContract[S][N]>;
export type Output<S extends Screen, N extends keyof InterlockContract[S]> = OutputOf<
  InterlockContract[S][N]
>;

export interface StreamOf<T> {
  item(value: T): void;
  failed(failure: CallFailure): void;
  ended(): void;
}

export class Client {
  readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  async query<S extends Screen, N extends NameOf<'query', S>>(
    screen: S,
    name: N,
    input: Input<S, N>,
    signal?: AbortSignal,
  ): Promise<Output<S, N>> {
    return parse(screen, name, await this.transport.query(`${screen}.${name}`, input, signal));
  }

  async command<S extends Screen, N extends NameOf<'command', S>>(
    screen: S,
    name: N,
    input: Input<S, N>,
  ): Promise<Output<S, N>> {
    return parse(screen, name, await this.transport.command(`${screen}.${name}`, input));
  }

  /** Returns what stops it. A value of the wrong shape is a failure, not a value. */
  stream<S extends Screen, N extends NameOf<'stream', S>>(
    screen: S,
    name: N,
    input: Input<S, N>,
    observer: StreamOf<Output<S, N>>,
  ): () => void {
    return this.transport.stream(`${screen}.${name}`, input, {
      item(value) {
        let item: Output<S, N>;
        try {
          item = parse(screen, name, value);
        } catch (error) {
          return observer.failed(
            error instanceof CallFailure ? error : new CallFailure('shape', String(error)),
          );
        }
        observer.item(item);
      },
      failed: failure => observer.failed(failure),
      ended: () => observer.ended(),
    });
  }
}

function parse<S extends Screen, N extends keyof InterlockContract[S] & string>(
  screen: S,
  name: N,
  value: unknown,
): Output<S, N> {
  // The lookup by two generic keys is beyond what the compiler follows; the schema itself checks the value.
  const procedure = contract[screen][name] as unknown as Procedure;
  const parsed = procedure.output.safeParse(value);
  if (parsed.success) return parsed.data as Output<S, N>;
  const issue = parsed.error.issues[0];
  throw new CallFailure(
    'shape',
    `${screen}.${name}: the console answered in an unexpected form at ${issue?.path.join('.') ?? '?'} (${issue?.message ?? ''})`,
  );
}

/** The desktop shell announces itself; any other page was served by the loopback host. */
function chooseTransport(): Transport {
  return 'interlockBridge' in window ? portTransport(portFromBridge()) : webSocketTransport();
}

export const client = new Client(chooseTransport());
