/** Market time: that of the newest block, running on at the given speed until the next one comes. */
export interface MarketClock {
  /** Market time in ms; 0 before the first block. Never runs backward. */
  nowMs(): number;
  /** @param timestampS time of the newest block, Unix seconds */
  head(timestampS: number): void;
}

/**
 * @param speed  market seconds per real second
 * @param realMs a monotonic real clock in ms
 */
export function marketClock(speed: number, realMs: () => number): MarketClock {
  let headMs = 0;
  let headRealMs = 0;
  let latestMs = 0;
  return {
    nowMs: () => {
      if (headMs === 0) return 0;
      // A chain that stands still must not leave the world running on: at most a few blocks ahead.
      const ahead = Math.min((realMs() - headRealMs) * speed, AHEAD_REAL_MS_MAX * speed);
      latestMs = Math.max(latestMs, headMs + ahead);
      return latestMs;
    },
    head: timestampS => {
      headMs = timestampS * 1000;
      headRealMs = realMs();
    },
  };
}

const AHEAD_REAL_MS_MAX = 5000;
