import { useQuery } from '../session/hooks.ts';
import { GridPicture } from '../ui/layers/picture/GridPicture.tsx';
import { Await, EmptyState } from '../ui/States.tsx';

/** The single-line diagram of the whole network at the shared instant. */
export default function DiagramScreen() {
  const topology = useQuery('grid', 'topology', {});
  return (
    <Await reading={topology} what="the network" stillWorks="trades, chain, alarms and audit.">
      {value =>
        value.buses.length === 0 ? (
          <EmptyState
            what="There is no network."
            how="The single-line diagram of the network stands here once the console has loaded one."
          />
        ) : (
          <GridPicture
            topology={value}
            projection="diagram"
            label={`Single-line diagram of ${value.network}`}
          />
        )
      }
    </Await>
  );
}
