import { expect, test } from 'vitest';
import { push } from './push.ts';

function source() {
  const handlers = new Set<() => void>();
  return {
    register: (handler: () => void) => {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    change: () => {
      for (const handler of handlers) handler();
    },
    listeners: () => handlers.size,
  };
}

test('a screen gets the present at once, and every burst of changes as one value', async () => {
  const changes = source();
  const controller = new AbortController();
  let value = 0;
  const seen: number[] = [];
  const stream = push({ read: () => value, wake: [changes.register], signal: controller.signal, everyMs: 5 });
  for await (const item of stream) {
    seen.push(item);
    if (item === 0) {
      for (let k = 1; k <= 50; k++) {
        value = k;
        changes.change();
      }
    } else break;
  }
  expect(seen).toEqual([0, 50]);
  expect(changes.listeners()).toBe(0);
});

test('a screen that leaves ends its stream, even while nothing changes', async () => {
  const changes = source();
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  let count = 0;
  for await (const _ of push({
    read: () => 1,
    wake: [changes.register],
    signal: controller.signal,
    everyMs: 1,
  }))
    count++;
  expect(count).toBe(1);
  expect(changes.listeners()).toBe(0);
});
