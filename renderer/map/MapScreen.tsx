import { useQuery } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { GridPicture } from '../ui/layers/picture/GridPicture.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { scaleBar } from './scale-bar.ts';

/** The network where it lies: the same symbols, selection and tools as the diagram, on a plain grey ground. */
export default function MapScreen() {
  const topology = useQuery('grid', 'topology', {});
  return (
    <Await reading={topology} what="the network" stillWorks="trades, chain, alarms and audit.">
      {value =>
        value.coordinates === 'none' || value.buses.every(bus => bus.eastM === null) ? (
          <EmptyState
            what="This network has no coordinates."
            how="The map shows buses and cables where they lie. The network's file gives no places for them; one that does is drawn here at once."
          >
            <a className="button" href={linkTo({ screen: 'diagram' })}>
              Open the single-line diagram
            </a>
          </EmptyState>
        ) : (
          <GridPicture
            topology={value}
            projection="map"
            label={`Map of ${value.network}, north is up`}
            // A drawing's own units are not metres: no scale is claimed then.
            overlay={zoom => (value.coordinates === 'wgs84' ? <ScaleBar zoom={zoom} /> : null)}
          />
        )
      }
    </Await>
  );
}

function ScaleBar(props: { zoom: number }) {
  const { widthPx, text } = scaleBar(props.zoom);
  return (
    <div className="scale-bar">
      {text}
      <span style={{ width: widthPx }} />
    </div>
  );
}
