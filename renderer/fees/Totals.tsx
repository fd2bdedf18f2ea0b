import { feeParts } from '../trades/trade-rows.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { formatNumber, NO_VALUE } from '../ui/numbers.ts';
import { equalityOf, type FeeTotals } from './fee-rows.ts';

/** The sums of the period, reached three ways, with the block that they rest on. */
export function Totals(props: { totals: FeeTotals }) {
  const { totals } = props;
  const equality = equalityOf(totals);
  return (
    <div className="fees-totals">
      <dl className="fees-counts">
        <div>
          <dt>Trades</dt>
          <dd className="big">{formatNumber(totals.trades, 0)}</dd>
        </div>
        <div>
          <dt>Energy, kWh</dt>
          <dd className="big">{formatKwh(totals.energyWh)}</dd>
        </div>
      </dl>
      <div className="fees-sum-table">
        <table className="plain-table">
          <caption className="visually-hidden">Sums of the fees, euro</caption>
          <thead>
            <tr>
              <th scope="col">Sum over all trades of the period</th>
              <th scope="col" className="right">
                €
              </th>
            </tr>
          </thead>
          <tbody>
            {feeParts(totals).map((part, i) => (
              <Sum key={part.name} name={i === 0 ? part.name : `+ ${part.name}`} microEur={part.microEur} />
            ))}
            <Sum name={`${equality.signs.rows} rows Σ`} microEur={totals.rowsMicroEur} strong />
            <Sum
              name={`${equality.signs.chain} verdict events on chain Σ`}
              microEur={totals.chainMicroEur}
              strong
            />
            <Sum name="settled so far Σ" microEur={totals.settledMicroEur} />
            <Sum name="not settled" microEur={equality.openMicroEur} />
          </tbody>
        </table>
      </div>
      <div className="fees-equality">
        {equality.equal ? (
          <p className="fees-good">✓ {equality.words.join('; ')}</p>
        ) : (
          <p className="fees-bad" role="alert">
            ▲ differs: {equality.words.join('; ')}. Do not invoice from this report.
          </p>
        )}
        {totals.toBlockHash === '' ? (
          <p className="muted">No block has been verified yet.</p>
        ) : (
          <p className="muted">
            Verified chain, blocks {formatNumber(totals.fromBlock, 0)} to {formatNumber(totals.toBlock, 0)},
            head <span className="mono">{totals.toBlockHash}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function Sum(props: { name: string; microEur: string | bigint | null; strong?: boolean }) {
  const amount = props.microEur === null ? NO_VALUE : formatEuro(props.microEur, 6, true);
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td className="right">{props.strong ? <strong>{amount}</strong> : amount}</td>
    </tr>
  );
}
