/** Telemetry protocol `interlock-telemetry/1`: JSON frames over a loopback WebSocket, as the simulated stations and meters speak it. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { SourceHandlers, TelemetrySource } from './source.ts';

const zSameLength = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length;

const zHello = z.object({
  type: z.literal('hello'),
  protocol: z.literal('interlock-telemetry/1'),
  simulated: z.boolean(),
  network: z.string(),
  points: z.array(z.string()),
  signals: z.array(z.object({ id: z.string() })),
});

// Values may be anything the field sends, also NaN as null: plausibility is judged by quality.ts, not by the parser.
const zValues = z
  .object({
    type: z.literal('values'),
    atMs: z.number(),
    sequence: z.number().int(),
    ids: z.array(z.string()),
    values: z.array(
      z
        .number()
        .nullable()
        .transform(v => v ?? Number.NaN),
    ),
    quality: z.array(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])),
  })
  .refine(
    f => zSameLength(f.ids, f.values) && zSameLength(f.ids, f.quality),
    'ids, values and quality differ in length',
  );

const zForecast = z
  .object({
    type: z.literal('forecast'),
    issuedAtMs: z.number(),
    interval: z.number().int().multipleOf(900),
    points: z.array(z.string()),
    pKw: z.array(z.number()),
  })
  .refine(f => zSameLength(f.points, f.pKw), 'points and pKw differ in length');

const zReadings = z.object({
  type: z.literal('readings'),
  interval: z.number().int(),
  points: z.array(z.string()),
  netWh: z.array(z.number().int()),
});

const zFrame = z.union([zHello, zValues, zForecast, zReadings]);

/** A whole-network frame of 100,000 signals is about 5 MB. */
const FRAME_BYTES_MAX = 16 * 1024 * 1024;
const RECONNECT_MS = [200, 500, 1000, 2000, 5000] as const;

export function webSocketSource(url: string, token: string): TelemetrySource {
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let attempt = 0;
  let closed = false;

  function connect(handlers: SourceHandlers): void {
    const opened = new WebSocket(`${url}?token=${encodeURIComponent(token)}`, {
      maxPayload: FRAME_BYTES_MAX,
    });
    socket = opened;
    let reason = 'the connection was closed';
    opened.on('open', () => {
      attempt = 0;
      handlers.connection(true, '');
    });
    opened.on('message', data => receive(String(data), handlers));
    opened.on('error', error => {
      reason = error.message;
    });
    opened.on('close', () => {
      if (closed) return;
      handlers.connection(false, reason);
      const wait = RECONNECT_MS[Math.min(attempt++, RECONNECT_MS.length - 1)];
      timer = setTimeout(() => connect(handlers), wait);
    });
  }

  return {
    start: connect,
    async close() {
      closed = true;
      clearTimeout(timer);
      socket?.terminate();
    },
  };
}

function receive(text: string, handlers: SourceHandlers): void {
  const frame = parsed(text);
  if (typeof frame === 'string') handlers.malformed(frame);
  else if (frame.type === 'hello') handlers.hello({ ...frame, signals: frame.signals.map(s => s.id) });
  else if (frame.type === 'values') handlers.values(frame);
  else if (frame.type === 'forecast') handlers.forecast(frame);
  // Readings come signed over the chain as well: only those settle, only those count.
}

/** The frame, or what is wrong with it. */
function parsed(text: string): z.output<typeof zFrame> | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : error}`;
  }
  const frame = zFrame.safeParse(json);
  return frame.success ? frame.data : z.prettifyError(frame.error);
}
