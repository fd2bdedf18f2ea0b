import { useState } from 'react';
import { OrdersTable } from '../flexibility/OrdersTable.tsx';
import { RiskColumn, useTarget } from '../flexibility/RiskColumn.tsx';
import { useRenewal } from '../flexibility/use-renewal.ts';
import { useQuery, useStream } from '../session/hooks.ts';
import { linkTo, usePlace } from '../session/selection.ts';
import { CurtailmentOrder } from './CurtailmentOrder.tsx';
import { LegalOrder } from './LegalOrder.tsx';
import { type Changed, curtailmentSum } from './step-rows.ts';
import '../ui/plain-table.css';
import '../flexibility/act.css';

const AS_PROPOSED: Changed = new Map();

/** The last resort: after the market, in the legal order, with reason and compensation on record. */
export default function CurtailmentScreen() {
  const place = usePlace();
  const target = useTarget(place.element, place.instant);
  const orders = useStream('flexibility', 'orders', {});
  const subject = target ? { element: target.risk.element, interval: target.interval } : null;
  // While the market cannot solve it, offers may still come: curtailing must not rest on an old answer.
  const renewal = useRenewal();
  const revision = `${orders.value?.orders.length ?? 0} ${renewal.turn}`;
  const proposal = useQuery('curtailment', 'proposal', subject, revision);
  renewal.lacks(proposal.value?.marketCanSolve === false);
  const key = subject ? `${subject.element} ${subject.interval}` : '';
  const [touched, setTouched] = useState<{ key: string; changed: Changed } | null>(null);
  const changed = touched?.key === key ? touched.changed : AS_PROPOSED;
  const sum = curtailmentSum(proposal.value?.steps ?? [], changed);
  const effect = proposal.value?.effect;

  return (
    <div className="act-screen">
      <div className="act-columns">
        <RiskColumn
          step="1 · The limit at risk"
          target={target}
          selected={place.element}
          after={effect?.solved && sum.asProposed ? effect.after : null}
          empty={
            <a className="button" href={linkTo({ screen: 'overview' })}>
              Overview
            </a>
          }
        />
        <LegalOrder
          proposal={proposal}
          target={target}
          changed={changed}
          onChange={next => setTouched({ key, changed: next })}
          onReset={() => setTouched(null)}
        />
        <CurtailmentOrder key={key} proposal={proposal} target={target ?? null} changed={changed} />
      </div>
      <OrdersTable kind="curtailment" title="Curtailment orders" what="curtailment orders" />
    </div>
  );
}
