import { useMarketNow, useStatus } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { formatClock, formatCountdown, formatInterval, zoneName } from '../ui/times.ts';
import type { Theme } from './theme-choice.ts';

/** Area, state of the grid and why, clock and gate, find-and-act, operator. */
export function Header(props: {
  theme: Theme;
  onTheme: () => void;
  onPalette: () => void;
  onHelp: () => void;
}) {
  const { value, stale } = useStatus();
  const nowMs = useMarketNow();
  return (
    <header className="frame-header">
      <a className="frame-area" href={linkTo({ screen: 'overview', element: null })}>
        <span className="frame-brand">Interlock</span> {value?.network ?? '…'}
      </a>
      {value && (
        <a
          className="grid-state"
          data-state={stale ? 'stale' : value.gridState}
          href={linkTo({ screen: 'overview' })}
          title={value.gridStateWhy}
        >
          <span className="grid-state-word">{value.gridState}</span>
          <span className="grid-state-why">{value.gridStateWhy}</span>
        </a>
      )}
      <div className="frame-clock" data-stale={stale || undefined}>
        {value && nowMs !== undefined && (
          <>
            <time className="frame-time">{formatClock(nowMs)}</time>
            <span>{zoneName(nowMs)}</span>
            {value.speed !== 1 && <span title="Market seconds per second">×{value.speed}</span>}
            <span className="frame-sep">
              interval {formatInterval(value.interval, value.intervalSeconds)}
            </span>
            <span className="frame-sep" title={`Gate for delivery ${formatInterval(value.gate.interval)}`}>
              gate {formatInterval(value.gate.interval).slice(0, 5)} in{' '}
              <strong>{formatCountdown(value.gate.closesAtMs - nowMs)}</strong>
            </span>
          </>
        )}
      </div>
      <div className="frame-tools">
        <Button onPress={props.onPalette} title="Find a screen, element or trade, or act">
          <kbd>Ctrl K</kbd> find, act
        </Button>
        <Button onPress={props.onHelp} label="Keyboard and help">
          ?
        </Button>
        <Button onPress={props.onTheme} title="Change between night and day">
          {props.theme === 'night' ? 'Day' : 'Night'}
        </Button>
        {value && (
          <span className="frame-operator" title={value.operator.account}>
            {value.operator.name}, {value.operator.role}
          </span>
        )}
      </div>
    </header>
  );
}
