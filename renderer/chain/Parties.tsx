import type { ChainState } from '../../preload/contract/chain.ts';
import { Letter } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { EmptyState } from '../ui/States.tsx';
import { crossCheckWords, endpointRows } from './chain-rows.ts';

/** Who the blocks come from, and how far each can be believed. */
export function Endpoints(props: { state: ChainState }) {
  const rows = endpointRows(props.state);
  return (
    <Panel
      title="Endpoints"
      note={rows.length === 0 ? '' : crossCheckWords(rows.length)}
      className="chain-wide"
    >
      {rows.length === 0 ? (
        <EmptyState
          what="No endpoint is configured."
          how="The nodes that blocks are read from stand here, each with what it claims and what was found wrong."
        />
      ) : (
        <div className="chain-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Endpoint</th>
                <th scope="col">State</th>
                <th scope="col" className="right">
                  Head
                </th>
                <th scope="col" className="right">
                  Blocks behind
                </th>
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.url}>
                  <th scope="row" className="mono">
                    {row.url}
                  </th>
                  <td>
                    <Letter letter={row.letter} word={row.word} tone={row.tone} />
                  </td>
                  <td className="right">{formatNumber(row.head, 0)}</td>
                  <td className="right">{formatNumber(row.behind, 0)}</td>
                  <td className="mono" data-tone={row.tone === 'red' ? 'red' : 'plain'}>
                    {row.note}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** The console counts over this many blocks, or all when there are fewer. */
const COUNTED_BLOCKS = 200;

export function Validators(props: { state: ChainState }) {
  const { validators, head } = props.state;
  return (
    <Panel
      title="Validators"
      note={`${formatNumber(validators.length, 0)}, counted over the last ${formatNumber(Math.min(head, COUNTED_BLOCKS), 0)} blocks`}
    >
      {validators.length === 0 ? (
        <EmptyState
          what="No validators known."
          how="The set follows from the genesis block and the votes since, or from the validator contract; it is read again with each block."
        />
      ) : (
        <div className="chain-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Address</th>
                <th scope="col" className="right">
                  Proposed
                </th>
                <th scope="col" className="right">
                  Missed, estimate
                </th>
              </tr>
            </thead>
            <tbody>
              {validators.map(v => (
                <tr key={v.address}>
                  <th scope="row">{v.name}</th>
                  <td className="mono">{v.address}</td>
                  <td className="right">{formatNumber(v.proposed, 0)}</td>
                  <td className="right">{formatNumber(v.missed, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted">Rounds lost are shared out among those who did not propose the block.</p>
        </div>
      )}
    </Panel>
  );
}

export function Contracts(props: { state: ChainState }) {
  const { contracts } = props.state;
  return (
    <Panel title="Contracts" note={formatNumber(contracts.length, 0)}>
      {contracts.length === 0 ? (
        <EmptyState
          what="No contract is known."
          how="The market's contracts stand here once they are deployed on this chain."
        />
      ) : (
        <div className="chain-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Address</th>
              </tr>
            </thead>
            <tbody>
              {contracts.map(c => (
                <tr key={c.name}>
                  <th scope="row">{c.name}</th>
                  <td className="mono">{c.address}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
