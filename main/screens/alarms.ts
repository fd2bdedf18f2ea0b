/** The alarm list and how well it performs (ISA-18.2). */
import type { Implementation } from '../shells/implementation.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

/** Ten minutes, as the standard counts. */
const WINDOW_MS = 600_000;
const WINDOWS = 144;
const TOP_SOURCES = 10;

export function alarmsScreen({ alarms, operator, store, clock }: Services): Implementation['alarms'] {
  return {
    list: (_input, signal) =>
      push({
        read: () => ({ alarms: [...alarms.cards()] }),
        wake: [h => alarms.onChange(h)],
        signal,
        everyMs: 250,
      }),
    acknowledge: ({ ids }) => alarms.acknowledge(ids, operator.name),
    shelve: ({ id, minutes, reason }) => alarms.shelve(id, minutes, reason, operator.name),
    performance: () => {
      const last = Math.floor(clock.nowMs() / WINDOW_MS) * WINDOW_MS;
      const first = last - (WINDOWS - 1) * WINDOW_MS;
      const raises = store.alarmRaises(first);
      const windows = Array.from({ length: WINDOWS }, (_, k) => ({
        fromMs: first + k * WINDOW_MS,
        raised: 0,
      }));
      const byPriority = { critical: 0, high: 0, medium: 0, low: 0 };
      const bySource = new Map<string, { title: string; count: number }>();
      for (const raise of raises) {
        const window = windows[Math.floor((raise.atMs - first) / WINDOW_MS)];
        if (window) window.raised++;
        byPriority[raise.priority]++;
        const source = raise.alarmId.replace(/#[^#]*$/, '');
        const known = bySource.get(source) ?? { title: raise.title, count: 0 };
        known.count++;
        bySource.set(source, known);
      }
      return {
        windows,
        byPriority,
        topSources: [...bySource.values()].sort((a, b) => b.count - a.count).slice(0, TOP_SOURCES),
      };
    },
  };
}
