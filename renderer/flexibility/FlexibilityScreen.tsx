import { useState } from 'react';
import { useQuery, useStream } from '../session/hooks.ts';
import { linkTo, usePlace } from '../session/selection.ts';
import { OfferColumn } from './OfferColumn.tsx';
import { OrderColumn } from './OrderColumn.tsx';
import { OrdersTable } from './OrdersTable.tsx';
import { type Choice, offerRows, partsOf, proposedChoice } from './offer-rows.ts';
import { RiskColumn, useTarget } from './RiskColumn.tsx';
import { useRenewal } from './use-renewal.ts';
import { WaitingPanel } from './WaitingPanel.tsx';
import '../ui/plain-table.css';
import './act.css';

/** Three steps from a limit at risk to an order of flexibility that clears it. */
export default function FlexibilityScreen() {
  const place = usePlace();
  const target = useTarget(place.element, place.instant);
  const orders = useStream('flexibility', 'orders', {});
  const subject = target ? { element: target.risk.element, interval: target.interval } : null;
  // An order takes its offers out of the market: read them again when one is added.
  const renewal = useRenewal();
  const revision = `${orders.value?.orders.length ?? 0} ${renewal.turn}`;
  const offers = useQuery('flexibility', 'offers', subject, revision);
  renewal.lacks(offers.value?.clears === false);

  const key = subject ? `${subject.element} ${subject.interval}` : '';
  const [touched, setTouched] = useState<{ key: string; choice: Choice } | null>(null);
  const list = offers.value?.offers ?? [];
  const choice = touched?.key === key ? touched.choice : proposedChoice(list);
  const parts = partsOf(list, choice);
  const preview = useQuery(
    'flexibility',
    'preview',
    subject && parts.length > 0 ? { ...subject, parts } : null,
  );
  const after = parts.length > 0 && preview.value?.solved ? preview.value.after : null;

  return (
    <div className="act-screen">
      <div className="act-columns">
        <RiskColumn
          step="1 · The limit at risk"
          target={target}
          selected={place.element}
          after={after}
          empty={
            <a className="button" href={linkTo({ screen: 'overview' })}>
              Overview
            </a>
          }
        />
        <OfferColumn
          offers={offers}
          target={target}
          choice={choice}
          untouched={touched?.key !== key}
          onChoose={next => setTouched({ key, choice: next })}
          onReset={() => setTouched(null)}
        />
        <OrderColumn target={target ?? null} rows={offerRows(list, choice)} parts={parts} preview={preview} />
      </div>
      <WaitingPanel />
      <OrdersTable kind="flexibility" title="Orders of flexibility" what="orders of flexibility" />
    </div>
  );
}
