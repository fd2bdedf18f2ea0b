import '../ui/plain-table.css';
import './chain.css';
import { useStream } from '../session/hooks.ts';
import { Await } from '../ui/States.tsx';
import { Blocks } from './Blocks.tsx';
import { FaultPanel } from './FaultPanel.tsx';
import { Contracts, Endpoints, Validators } from './Parties.tsx';
import { Verdict } from './Verdict.tsx';

/** What this console has verified of the chain, from whom it has it, and what it refused. */
export default function ChainScreen() {
  const reading = useStream('chain', 'state', {});
  return (
    <Await
      reading={reading}
      what="the chain"
      stillWorks="the grid's screens with measured values, Alarms and Audit."
    >
      {state => (
        <div className="chain">
          <Verdict state={state} stale={reading.stale} />
          {state.fault && <FaultPanel fault={state.fault} state={state} />}
          <Blocks state={state} />
          <div className="chain-parties">
            <Endpoints state={state} />
            <Validators state={state} />
            <Contracts state={state} />
          </div>
        </div>
      )}
    </Await>
  );
}
