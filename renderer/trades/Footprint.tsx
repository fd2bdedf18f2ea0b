import type { TradeDetail } from '../../preload/contract/trades.ts';
import { useQuery } from '../session/hooks.ts';
import { formatNumber } from '../ui/numbers.ts';
import { Await } from '../ui/States.tsx';
import { pictureOf } from './footprint.ts';

/** The physical flow that one trade alone adds, where it adds it. */
export function Footprint(props: { footprint: TradeDetail['footprint'] }) {
  const topology = useQuery('grid', 'topology', {});
  return (
    <Await reading={topology} what="the diagram">
      {value => {
        const picture = pictureOf(value, props.footprint);
        if (picture === null)
          return <p className="muted">This trade changes no flow that matters, or none that is drawn.</p>;
        const unit = picture.size / 200;
        return (
          <figure className="footprint">
            <svg
              viewBox={picture.viewBox}
              role="img"
              aria-label="Footprint: change of flow by this trade alone"
            >
              {picture.around.map(l => (
                <path key={l.name} d={l.d} fill="none" stroke="var(--line)" strokeWidth={unit * 0.6} />
              ))}
              {picture.lines.map(l => (
                <path
                  key={l.name}
                  d={l.d}
                  fill="none"
                  stroke={l.pMw >= 0 ? 'var(--flow)' : 'var(--info)'}
                  strokeWidth={unit * (1 + 4 * l.weight)}
                >
                  <title>
                    {l.name}: {formatNumber(l.pMw * 1000, 1, true)} kW
                  </title>
                </path>
              ))}
            </svg>
            <figcaption className="muted">
              Thicker: more change of flow. Blue: against the branch's own direction.
            </figcaption>
          </figure>
        );
      }}
    </Await>
  );
}
