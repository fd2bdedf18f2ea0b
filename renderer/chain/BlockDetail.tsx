import type { BlockRow, ChainState } from '../../preload/contract/chain.ts';
import { formatNumber } from '../ui/numbers.ts';
import { formatStamp } from '../ui/times.ts';
import { type Fault, proposerName, roundWords, sealWords, stageWords } from './chain-rows.ts';
import type { StripColumn } from './strip-rows.ts';

/** The chosen block in full. */
export function BlockDetail(props: { column: StripColumn; validators: ChainState['validators'] }) {
  const { column } = props;
  return (
    <section className="chain-detail" aria-label={`Block ${formatNumber(column.number, 0)}`}>
      <h3>Block {formatNumber(column.number, 0)}</h3>
      {column.kind === 'block' ? (
        <Verified block={column.block} validators={props.validators} />
      ) : (
        <Refused fault={column.fault} />
      )}
    </section>
  );
}

function Refused(props: { fault: Fault }) {
  const { fault } = props;
  return (
    <>
      <p className="chain-refused">
        ✗ Refused, not part of the chain. The checks after this one were not run.
      </p>
      <dl className="facts">
        <dt>Failed</dt>
        <dd>{stageWords(fault.stage)}</dd>
        <dt>Expected</dt>
        <dd className="mono">{fault.expected}</dd>
        <dt>Got</dt>
        <dd className="mono chain-got">{fault.got}</dd>
        <dt>Hash</dt>
        <dd className="mono">{fault.blockHash === '' ? 'none given' : fault.blockHash}</dd>
      </dl>
    </>
  );
}

function Verified(props: { block: BlockRow; validators: ChainState['validators'] }) {
  const { block, validators } = props;
  return (
    <>
      <dl className="facts">
        <dt>Hash</dt>
        <dd className="mono">{block.hash}</dd>
        <dt>Time</dt>
        <dd>
          {formatStamp(block.atMs)} <span className="muted">(market time)</span>
        </dd>
        <dt>Proposer</dt>
        <dd>
          {proposerName(block.proposer, validators)} <span className="mono muted">{block.proposer}</span>
        </dd>
        <dt>Round</dt>
        <dd>{roundWords(block.round)}</dd>
        <dt>Seals</dt>
        <dd>{sealWords(block.seals, validators.length)}</dd>
        <dt>Transactions</dt>
        <dd>{formatNumber(block.transactions, 0)}</dd>
        <dt>Gas used</dt>
        <dd>{formatNumber(block.gasUsed, 0)}</dd>
      </dl>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Result</th>
            <th scope="col" className="right">
              ms
            </th>
          </tr>
        </thead>
        <tbody>
          {block.stages.map(stage => (
            <tr key={stage.name}>
              <th scope="row">{stageWords(stage.name)}</th>
              <td className="chain-tick" data-mark={stage.ok ? 'passed' : 'failed'}>
                {stage.ok ? '✓ passed' : '✗ failed'}
                {stage.expected !== null && <span className="mono"> expected {stage.expected}</span>}
                {stage.got !== null && <span className="mono"> got {stage.got}</span>}
              </td>
              <td className="right">{formatNumber(stage.ms, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
