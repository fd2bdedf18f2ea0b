/** One JSON-RPC endpoint over HTTP. Hostile until proven: every answer is bounded in size, time and shape. */
import { z } from 'zod';

/** What went wrong, in the words of the endpoint's row on the screen. */
export class EndpointError extends Error {
  readonly kind: 'unreachable' | 'time-out' | 'too-large' | 'malformed' | 'refused';
  /** JSON-RPC error code, when the endpoint refused. */
  readonly rpcCode: number | null;
  readonly rpcData: unknown;
  constructor(
    kind: EndpointError['kind'],
    message: string,
    cause?: unknown,
    rpcCode: number | null = null,
    rpcData?: unknown,
  ) {
    super(message, { cause });
    this.name = 'EndpointError';
    this.kind = kind;
    this.rpcCode = rpcCode;
    this.rpcData = rpcData;
  }
}

export interface RpcLimits {
  readonly timeoutMs: number;
  readonly answerBytesMax: number;
}

export const RPC_LIMITS: RpcLimits = {
  timeoutMs: 10_000,
  answerBytesMax: 32 * 1024 * 1024, // a block of 60 Mgas full of call data is 4 MB, twice that as hexadecimal text
};

export class RpcClient {
  readonly url: string;
  readonly #limits: RpcLimits;
  #nextId = 1;
  #latencyMs: number | null = null;

  constructor(url: string, limits: RpcLimits = RPC_LIMITS) {
    this.url = url;
    this.#limits = limits;
  }

  /** Round-trip time of the last answer. */
  get latencyMs(): number | null {
    return this.#latencyMs;
  }

  /** @throws EndpointError */
  async ask<T>(method: string, params: readonly unknown[], shape: z.ZodType<T>): Promise<T> {
    const id = this.#nextId++;
    const startedMs = performance.now();
    const text = await this.#post(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    this.#latencyMs = performance.now() - startedMs;
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (cause) {
      throw new EndpointError('malformed', `${method}: the answer is not JSON`, cause);
    }
    const envelope = ENVELOPE.safeParse(json);
    if (!envelope.success || envelope.data.id !== id)
      throw new EndpointError(
        'malformed',
        `${method}: the answer is not the JSON-RPC answer to request ${id}`,
      );
    const { error, result } = envelope.data;
    if (error !== undefined)
      throw new EndpointError(
        'refused',
        `${method}: ${error.message} (${error.code})`,
        undefined,
        error.code,
        error.data,
      );
    const parsed = shape.safeParse(result);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0]!;
    throw new EndpointError(
      'malformed',
      `${method}: ${issue.path.join('.') || 'result'}: ${issue.message}`,
      parsed.error,
    );
  }

  async #post(body: string): Promise<string> {
    const signal = AbortSignal.timeout(this.#limits.timeoutMs);
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal,
        redirect: 'error',
      });
      if (!response.ok) throw new EndpointError('refused', `HTTP status ${response.status}`);
      return await this.#bounded(response);
    } catch (error) {
      if (error instanceof EndpointError) throw error;
      if (signal.aborted)
        throw new EndpointError('time-out', `no answer within ${this.#limits.timeoutMs} ms`, error);
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new EndpointError('unreachable', `no connection (${cause})`, error);
    }
  }

  async #bounded(response: Response): Promise<string> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      // Leaving the loop cancels the stream, so no more is read.
      if (length > this.#limits.answerBytesMax)
        throw new EndpointError('too-large', `an answer above ${this.#limits.answerBytesMax} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

const ENVELOPE = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z
    .object({
      code: z.number(),
      message: z.string().transform(m => m.slice(0, 500)),
      data: z.unknown().optional(),
    })
    .optional(),
});
