/**
 * How a procedure between console and screen is written down: its kind, what goes in, what comes out. The host builds
 * its router from these, the screens their typed client; both check what crosses with the same schema.
 */
import type { z } from 'zod';

/** query: read; command: changes something, needs the interlock; stream: values until the screen leaves. */
export type ProcedureKind = 'query' | 'command' | 'stream';

export interface Procedure<
  K extends ProcedureKind = ProcedureKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Procedure<'query', I, O> {
  return { kind: 'query', input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Procedure<'command', I, O> {
  return { kind: 'command', input, output };
}

export function stream<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Procedure<'stream', I, O> {
  return { kind: 'stream', input, output };
}

/** Procedures by screen, then by name. */
export type Contract = Record<string, Record<string, Procedure>>;

export type InputOf<P> = P extends Procedure<ProcedureKind, infer I, z.ZodType> ? z.input<I> : never;
export type OutputOf<P> = P extends Procedure<ProcedureKind, z.ZodType, infer O> ? z.output<O> : never;
