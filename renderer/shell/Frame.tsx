import { Suspense, useEffect, useMemo, useState } from 'react';
import { SCREENS } from '../screens.ts';
import { useStatus, useStream } from '../session/hooks.ts';
import { tenseOf } from '../session/place.ts';
import { go, setInstant, usePlace } from '../session/selection.ts';
import { EmptyState, LoadingState } from '../ui/States.tsx';
import { formatDelivery } from '../ui/times.ts';
import { Banner } from './Banner.tsx';
import { Header } from './Header.tsx';
import { Help } from './Help.tsx';
import { useKeyboard } from './keyboard.ts';
import { Navigation } from './Navigation.tsx';
import { NeedsAHand } from './NeedsAHand.tsx';
import { type Action, Palette } from './Palette.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { StatusLine } from './StatusLine.tsx';
import { instantByKey } from './slider-geometry.ts';
import { useStoredFlag } from './stored-flag.ts';
import { TimeSlider } from './TimeSlider.tsx';
import { useTheme } from './theme-choice.ts';

/** What surrounds every screen: header, navigation, what needs a hand, time, status. */
export function Frame() {
  const place = usePlace();
  const status = useStatus();
  const horizon = useStream('grid', 'horizon', {});
  const { theme, toggle } = useTheme();
  const [handOpen, setHandOpen] = useStoredFlag('hand', window.innerWidth >= 1280);
  const [letters, setLetters] = useStoredFlag('letters', true);
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const screen = SCREENS.find(s => s.id === place.screen);
  const running = status.value?.interval;
  const tense = running === undefined ? 'live' : tenseOf(place.instant, running);
  const ground = place.screen === 'studies' ? 'study' : tense === 'past' ? 'past' : 'live';

  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'now',
        title: 'Back to now',
        note: 'show live values on all screens',
        run: () => setInstant('now'),
      },
      { id: 'theme', title: 'Change between night and day', note: 'kept on this machine', run: toggle },
      { id: 'hand', title: 'Fold or open «Needs a hand»', note: 'n', run: () => setHandOpen(!handOpen) },
      { id: 'help', title: 'Keys and signs', note: '?', run: () => setOpen('help') },
      {
        id: 'clear',
        title: 'Clear the selection',
        note: 'element and trade',
        run: () => go({ element: null, trade: null }),
      },
    ],
    [toggle, handOpen, setHandOpen],
  );
  useKeyboard(
    {
      palette: () => setOpen('palette'),
      help: () => setOpen('help'),
      hand: () => setHandOpen(!handOpen),
      screen: id => go({ screen: id }),
      time: step => {
        const key = step === 0 ? 'Escape' : step < 0 ? 'ArrowLeft' : 'ArrowRight';
        const next = instantByKey(key, place.instant, horizon.value?.intervals ?? [], running ?? 0);
        if (next) setInstant(next);
      },
    },
    letters,
  );
  useEffect(() => {
    const unseen = status.value?.alarms.unacknowledged ?? 0;
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${screen?.title ?? 'Interlock'} · Interlock`;
  }, [screen, status.value?.alarms.unacknowledged]);

  return (
    <div className="frame" data-ground={ground} data-hand={handOpen ? 'open' : 'closed'}>
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the screen
      </button>
      <div className="frame-top">
        <Banner />
        <Header
          theme={theme}
          onTheme={toggle}
          onPalette={() => setOpen('palette')}
          onHelp={() => setOpen('help')}
        />
      </div>
      <Navigation counts={{ alarms: status.value?.alarms.unacknowledged ?? 0 }} />
      <main id="main" tabIndex={-1}>
        <h1 className={ground === 'live' ? 'visually-hidden' : 'ground-title'}>
          {ground === 'study' ? 'STUDY · ' : ''}
          {screen?.title ?? 'Unknown screen'}
          {ground === 'past' && place.instant !== 'now' && (
            <> as of {formatDelivery(place.instant.interval)}: past, not live</>
          )}
        </h1>
        {screen ? (
          <ScreenBoundary key={screen.id} title={screen.title}>
            <Suspense fallback={<LoadingState what={screen.title} />}>
              <screen.component />
            </Suspense>
          </ScreenBoundary>
        ) : (
          <EmptyState
            what={`There is no screen “${place.screen}”.`}
            how="Choose one at the left, or press Ctrl K."
          />
        )}
      </main>
      <NeedsAHand open={handOpen} onOpen={setHandOpen} />
      <TimeSlider />
      <StatusLine />
      {open === 'palette' && <Palette actions={actions} onClose={() => setOpen(null)} />}
      {open === 'help' && <Help letters={letters} onLetters={setLetters} onClose={() => setOpen(null)} />}
    </div>
  );
}
