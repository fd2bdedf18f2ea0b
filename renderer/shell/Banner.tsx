import { useEffect, useState } from 'react';
import { useConnection, useStatus } from '../session/hooks.ts';
import { bannerOf } from './banner.ts';

/** Screen-wide banner; its age runs on while it stands. */
export function Banner() {
  const connection = useConnection();
  const { value, atMs, failure } = useStatus();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const banner = bannerOf({
    connection,
    statusAtMs: atMs,
    statusFailure: failure?.message,
    data: value?.data,
    nowMs: Math.max(nowMs, atMs ?? 0),
  });
  return (
    <div role="alert" className={banner ? 'banner' : undefined}>
      {banner && (
        <>
          <strong>{banner.title}.</strong> {banner.text}
        </>
      )}
    </div>
  );
}
