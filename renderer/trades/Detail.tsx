import type { TradeDetail } from '../../preload/contract/trades.ts';
import { useQuery } from '../session/hooks.ts';
import { go } from '../session/selection.ts';
import { formatEuro, sumAmounts } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { VerdictMark } from '../ui/Marks.tsx';
import { Panel } from '../ui/Panel.tsx';
import { pointWords } from '../ui/points.ts';
import { Await } from '../ui/States.tsx';
import { formatDelivery } from '../ui/times.ts';
import { FootprintPicture } from './Footprint.tsx';
import { FootprintSums, FootprintTable } from './FootprintTable.tsx';
import { footprintNote } from './footprint-rows.ts';
import { feeParts, termsWords } from './trade-rows.ts';

/** The selected trade: its sentence, its fee, its evidence, its footprint. */
export function Detail(props: { id: string; revision: number }) {
  const detail = useQuery('trades', 'detail', { id: props.id }, props.revision);
  return (
    <Panel
      title="Selected trade"
      tools={
        <>
          <Button
            onPress={() =>
              go({ screen: 'diagram', element: detail.value?.row.binding?.element ?? null, trade: props.id })
            }
          >
            Show in diagram
          </Button>
          <Button onPress={() => go({ screen: 'fees', trade: props.id })}>Fee</Button>
          <Button kind="quiet" label="Clear the selected trade" onPress={() => go({ trade: null })}>
            ✕
          </Button>
        </>
      }
    >
      <Await reading={detail} what="the trade">
        {value => <Body detail={value} />}
      </Await>
    </Panel>
  );
}

function Body(props: { detail: TradeDetail }) {
  const { detail } = props;
  const { row, fee } = detail;
  return (
    <div className="trade-detail">
      <div className="trade-words">
        <p className="trade-sentence">
          <VerdictMark decision={row.decision} /> <span>{detail.sentence}</span>
        </p>
        <p>
          {row.sellerName} ({pointWords(row.sellerPoint, row.sellerPlace)}) sells to {row.buyerName} (
          {pointWords(row.buyerPoint, row.buyerPlace)}), {formatDelivery(row.interval)}: {termsWords(row)}
        </p>
        {fee && (
          <dl className="trade-fee" aria-label="Grid fee, euro">
            {feeParts(fee).map(part => (
              <div key={part.name}>
                <dt>{part.name}</dt>
                <dd>{formatEuro(part.microEur, 6, true)}</dd>
              </div>
            ))}
            <div>
              <dt>Fee, €</dt>
              <dd>
                <strong>{formatEuro(sumAmounts(feeParts(fee).map(p => p.microEur)), 6, true)}</strong>
              </dd>
            </div>
          </dl>
        )}
      </div>
      <Footprint detail={detail} />
      <details>
        <summary>Evidence ({detail.evidence.length + 2})</summary>
        <dl className="facts">
          {detail.evidence.map(e => (
            <div key={e.label} style={{ display: 'contents' }}>
              <dt>{e.label}</dt>
              <dd>{e.value}</dd>
            </div>
          ))}
          <dt>Proposed</dt>
          <dd className="mono">
            block {detail.position.blockNumber}, {detail.position.transactionHash}
          </dd>
          <dt>Verdict</dt>
          <dd className="mono">
            {detail.verdictPosition
              ? `block ${detail.verdictPosition.blockNumber}, ${detail.verdictPosition.transactionHash}`
              : 'not on chain yet'}
          </dd>
        </dl>
      </details>
    </div>
  );
}

/** What the trade does to the grid and what of the grid's flow is its own, or why that cannot be said. */
function Footprint(props: { detail: TradeDetail }) {
  const { footprint, row } = props.detail;
  const topology = useQuery('grid', 'topology', {});
  return (
    <section className="trade-footprint">
      <h3>
        Electrical footprint{' '}
        <span className="muted">{footprint.solved && footprintNote(footprint, row.interval)}</span>
      </h3>
      {footprint.solved ? (
        <Await reading={topology} what="the diagram">
          {value => (
            <>
              <FootprintSums topology={value} footprint={footprint} />
              <div className="trade-footprint-parts">
                <div className="trade-words">
                  <FootprintTable topology={value} footprint={footprint} />
                </div>
                <div className="trade-words">
                  <FootprintPicture topology={value} footprint={footprint} />
                  <p className="muted footprint-why">{footprint.explanation}</p>
                </div>
              </div>
            </>
          )}
        </Await>
      ) : (
        <p className="muted">No footprint. {footprint.missing}</p>
      )}
    </section>
  );
}
