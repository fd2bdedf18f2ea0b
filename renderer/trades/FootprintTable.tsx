import '../ui/plain-table.css';
import { useState } from 'react';
import type { Topology } from '../../preload/contract/grid.ts';
import { linkTo } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Value } from '../ui/Value.tsx';
import { type FootprintRow, footprintRows, type SolvedFootprint, voltageBus } from './footprint-rows.ts';

const ROWS_AT_FIRST = 6;
/** Small trades change little: finer than what measured values are shown with. */
const POWER_DECIMALS = 2;
const LOSSES_DECIMALS = 3;

/** On each branch, what the trade changes beside what is its part. */
export function FootprintTable(props: { topology: Topology; footprint: SolvedFootprint }) {
  const { topology, footprint } = props;
  const [unfolded, setUnfolded] = useState(false);
  const rows = footprintRows(topology, footprint);
  const more = rows.length - ROWS_AT_FIRST;
  return (
    <>
      {rows.length > 0 && (
        <table className="plain-table footprint-table">
          <caption className="visually-hidden">Branches that the trade affects most</caption>
          <thead>
            <tr>
              <th scope="col">Branch</th>
              <th scope="col" className="right">
                Change, kW
                <br />
                by sensitivity
              </th>
              <th scope="col" className="right">
                Its part, kW
                <br />
                by tracing
              </th>
              <th scope="col" className="right">
                Share
                <br />
                of the flow, %
              </th>
            </tr>
          </thead>
          <tbody>
            {(unfolded ? rows : rows.slice(0, ROWS_AT_FIRST)).map(row => (
              <Line key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <div>
          <Button pressed={unfolded} onPress={() => setUnfolded(!unfolded)}>
            {unfolded ? 'Only the most affected' : `${more} more branches`}
          </Button>
        </div>
      )}
    </>
  );
}

/** What the trade does to the grid as a whole. */
export function FootprintSums(props: { topology: Topology; footprint: SolvedFootprint }) {
  const { footprint } = props;
  const bus = voltageBus(props.topology, footprint);
  return (
    <dl className="trade-fee footprint-sums">
      <div>
        <dt>Losses it causes</dt>
        <dd>
          <Value value={footprint.lossesKw} unit="kW" decimals={LOSSES_DECIMALS} sign />
        </dd>
      </div>
      <div>
        <dt>Losses that fall to it</dt>
        <dd>
          <Value value={footprint.lossesByTracingKw} unit="kW" decimals={LOSSES_DECIMALS} />
        </dd>
      </div>
      <div>
        <dt>Largest change of voltage</dt>
        <dd>
          <Value value={footprint.voltage?.vmPuChange ?? 0} unit="p.u." sign />
          {bus && (
            <>
              {' at '}
              <a href={linkTo({ screen: 'diagram', element: bus.id })}>{bus.name}</a>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Line(props: { row: FootprintRow }) {
  const { id, name, way, changeKw, partKw, partPercent } = props.row;
  return (
    <tr>
      <th scope="row" title={name}>
        <a href={linkTo({ screen: 'diagram', element: id })}>{id}</a>
        {name !== id && <span className="muted"> {name}</span>}
      </th>
      <td className="right">
        {way !== null && (
          <>
            <span aria-hidden="true">{way === 'with' ? '→' : '←'} </span>
            <span className="visually-hidden">{way} the flow </span>
          </>
        )}
        {formatNumber(changeKw, POWER_DECIMALS, way !== null)}
      </td>
      <td className="right">{formatNumber(partKw, POWER_DECIMALS)}</td>
      <td className="right">{formatNumber(partPercent, 1)}</td>
    </tr>
  );
}
