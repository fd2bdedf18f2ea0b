import { useRef } from 'react';
import { useMarketNow, useStatus, useStream } from '../session/hooks.ts';
import { tenseOf } from '../session/place.ts';
import { setInstant, usePlace } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { formatDelivery, formatInterval, formatMinute, INTERVAL_S } from '../ui/times.ts';
import { useSize } from '../ui/use-size.ts';
import { type HorizonInterval, instantAt, instantByKey, loadingWords, trackOf } from './slider-geometry.ts';

const NONE: readonly HorizonInterval[] = [];
const HEIGHT = 38;

/** One row of time under every screen: a day back, now, a day ahead, with the worst loading behind it. */
export function TimeSlider() {
  const horizon = useStream('grid', 'horizon', {});
  const status = useStatus();
  const nowMs = useMarketNow();
  const { instant } = usePlace();
  const { ref, width } = useSize<HTMLDivElement>();
  const dragging = useRef(false);
  const intervals = horizon.value?.intervals ?? NONE;
  const running = status.value?.interval ?? 0;
  const track = trackOf(intervals, nowMs ?? horizon.value?.nowMs ?? 0);
  const shown = instant === 'now' ? running : instant.interval;
  const index = intervals.findIndex(i => i.interval === shown);
  const entry = intervals[index];
  const tense = tenseOf(instant, running);
  const words = instant === 'now' ? 'Now, live' : `${formatDelivery(shown)}, ${tense}`;
  const column = track.columns[index];

  function pick(clientX: number, box: DOMRect): void {
    const next = instantAt((clientX - box.left) / box.width, intervals);
    if (next) setInstant(next);
  }
  function step(key: string): void {
    const next = instantByKey(key, instant, intervals, running);
    if (next) setInstant(next);
  }

  return (
    <section className="time-slider" aria-label="Time" data-tense={tense}>
      <div className="time-slider-words">
        <strong>{words}</strong>
        <span>
          {intervals.length === 0
            ? (horizon.failure?.message ?? 'Reading the horizon…')
            : loadingWords(entry)}
        </span>
      </div>
      <Button label="One interval back" onPress={() => step('ArrowLeft')}>
        ◀
      </Button>
      <Button onPress={() => setInstant('now')} pressed={instant === 'now'}>
        Now
      </Button>
      <Button label="One interval on" onPress={() => step('ArrowRight')}>
        ▶
      </Button>
      <div
        ref={ref}
        className="time-track"
        role="slider"
        tabIndex={0}
        aria-label="Instant shown on all screens"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, intervals.length - 1)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={`${words}; ${loadingWords(entry)}`}
        onKeyDown={event => {
          if (instantByKey(event.key, instant, intervals, running) === null) return;
          event.preventDefault();
          step(event.key);
        }}
        onPointerDown={event => {
          dragging.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          pick(event.clientX, event.currentTarget.getBoundingClientRect());
        }}
        onPointerMove={event => {
          if (dragging.current) pick(event.clientX, event.currentTarget.getBoundingClientRect());
        }}
        onPointerUp={() => {
          dragging.current = false;
        }}
      >
        {width > 0 && intervals.length > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden="true">
            {track.columns.map(c => (
              <g key={c.interval}>
                <rect
                  className={`track-${c.tone}`}
                  x={c.x * width}
                  width={Math.max(1, c.width * width - 0.5)}
                  y={26 - c.height * 24}
                  height={c.height * 24}
                />
                {/* A gate per interval: a full tick when it is closed, a short one while it is open. */}
                <line
                  className="track-gate"
                  x1={c.x * width}
                  x2={c.x * width}
                  y1={26}
                  y2={c.gateClosed ? 29 : 27.5}
                />
              </g>
            ))}
            <line
              className="track-limit"
              x1={0}
              x2={width}
              y1={26 - track.limit * 24}
              y2={26 - track.limit * 24}
            />
            {track.columns
              .filter(c => new Date(c.interval * 1000).getHours() % 6 === 0 && c.interval % 3600 === 0)
              .map(c => (
                <text key={c.interval} x={c.x * width + 2} y={37}>
                  {formatMinute(c.interval * 1000)}
                </text>
              ))}
            <rect className="track-past" x={0} y={0} width={Math.max(0, track.now * width)} height={26} />
            <line className="track-now" x1={track.now * width} x2={track.now * width} y1={0} y2={30} />
            {track.gate !== null && (
              <path className="track-first-gate" d={`M${track.gate * width} 30v-30l5 4l-5 4`} />
            )}
            {column && instant !== 'now' && (
              <rect
                className="track-chosen"
                x={column.x * width - 1}
                width={Math.max(4, column.width * width + 1)}
                y={0.5}
                height={26}
              />
            )}
          </svg>
        )}
      </div>
      <span className="time-slider-key">
        {track.gate === null ? '' : `gates open from ${firstOpen(intervals)}`}
      </span>
    </section>
  );
}

function firstOpen(intervals: readonly HorizonInterval[]): string {
  const open = intervals.find((entry, k) => k > 0 && !entry.gateClosed && intervals[k - 1]?.gateClosed);
  return open ? formatInterval(open.interval, INTERVAL_S).slice(0, 5) : '–';
}
