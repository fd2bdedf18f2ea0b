import type { ChainState } from '../../preload/contract/chain.ts';
import { useMarketNow } from '../session/hooks.ts';
import { usePlace } from '../session/selection.ts';
import { Letter } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { formatStamp } from '../ui/times.ts';
import { ageOf, executedWords, kindWords, marketAgeWords, verdictOf } from './chain-rows.ts';

/** One line that says whether the chain can be believed, and the facts it rests on. */
export function Verdict(props: { state: ChainState; stale: boolean }) {
  const { state } = props;
  const place = usePlace();
  const verdict = verdictOf(state, props.stale);
  const age = ageOf(state);
  return (
    <Panel title="Chain" padded>
      <p className="chain-verdict">
        <span className="big" role="status" data-tone={verdict.tone}>
          <Letter letter={verdict.letter} word={verdict.word} tone={verdict.tone} />
        </span>
        <span>{verdict.sentence}</span>
      </p>
      {place.instant !== 'now' && (
        <p className="muted">Another instant is chosen; the chain is always shown as it is now.</p>
      )}
      <dl className="facts">
        <dt>Head</dt>
        <dd>
          <strong>#{formatNumber(state.head, 0)}</strong> <span className="mono">{state.headHash}</span>
        </dd>
        <dt>Last block</dt>
        <dd data-tone={props.stale ? 'unknown' : age.tone}>
          {age.text} <span className="muted">(real time)</span>
        </dd>
        <dt>Its time</dt>
        <dd>
          {formatStamp(state.headAtMs)} <MarketAge headAtMs={state.headAtMs} />
        </dd>
        <dt>Executed</dt>
        <dd>{executedWords(state.executedFrom)}</dd>
        <dt>Kind</dt>
        <dd>{kindWords(state)}</dd>
        <dt>Chain id</dt>
        <dd>{state.chainId}</dd>
        <dt>Genesis block</dt>
        <dd className="mono">{state.genesisHash}</dd>
      </dl>
    </Panel>
  );
}

/** Apart, because the market clock ticks faster than the chain is heard. */
function MarketAge(props: { headAtMs: number }) {
  const nowMs = useMarketNow();
  return (
    <span className="muted">
      (market time{nowMs === undefined ? '' : `, ${marketAgeWords(props.headAtMs, nowMs)}`})
    </span>
  );
}
