import { useQuery } from '../session/hooks.ts';
import { Await, EmptyState, FailedState } from '../ui/States.tsx';
import { CaseBuilder } from './CaseBuilder.tsx';
import { Comparison } from './Comparison.tsx';
import { type Run, useStudyRun } from './use-study-run.ts';
import '../ui/plain-table.css';
import './studies.css';

/** What if: a case built from the present, run interval by interval and compared. Nothing here can act. */
export default function StudiesScreen() {
  const choices = useQuery('studies', 'choices', {});
  const { run, start, cancel } = useStudyRun();
  return (
    <div className="study-screen">
      <p className="study-banner">
        <strong>STUDY</strong>
        <span>{run.state === 'idle' ? 'no case yet' : `“${run.scenario.name}”`}</span>
        <span className="muted">A copy of the present. Nothing here has any effect on the live grid.</span>
      </p>
      <div className="study-body">
        <Await reading={choices} what="what a study can change" stillWorks="the live screens.">
          {value => <CaseBuilder choices={value} run={run} onRun={start} onCancel={cancel} />}
        </Await>
        <div className="study-result" data-watermark="STUDY">
          <Outcome run={run} />
        </div>
      </div>
    </div>
  );
}

function Outcome(props: { run: Run }) {
  const { run } = props;
  switch (run.state) {
    case 'idle':
      return (
        <EmptyState
          what="No case has been run."
          how="Change something at the left and run it. The present and the changed case then stand side by side, with the same axes and their difference."
        />
      );
    case 'running':
      return (
        <EmptyState
          what={`Running “${run.scenario.name}”.`}
          how="Each interval is solved twice by AC power flow: as it stands, and as changed."
        />
      );
    case 'cancelled':
      return (
        <EmptyState
          what={`“${run.scenario.name}” was cancelled.`}
          how="No numbers are kept of a part of a run."
        />
      );
    case 'failed':
      return (
        <FailedState
          what={`“${run.scenario.name}” did not finish`}
          why={run.message}
          stillWorks="the live screens; a study never touches them."
          todo="Change the case and run it again."
        />
      );
    case 'finished':
      return <Comparison scenario={run.scenario} result={run.result} />;
  }
}
