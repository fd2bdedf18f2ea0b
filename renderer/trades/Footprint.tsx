import type { Topology } from '../../preload/contract/grid.ts';
import { formatNumber } from '../ui/numbers.ts';
import { pictureOf } from './footprint.ts';
import { carryingRows, footprintRows, type SolvedFootprint } from './footprint-rows.ts';

/** The physical flow that one trade alone adds, where it adds it. */
export function FootprintPicture(props: { topology: Topology; footprint: SolvedFootprint }) {
  const rows = footprintRows(props.topology, props.footprint);
  const picture = pictureOf(props.topology, carryingRows(rows));
  if (picture === null)
    return <p className="muted">This trade changes no flow that matters, or none that is drawn.</p>;
  const unit = picture.size / 200;
  return (
    <figure className="footprint">
      <svg viewBox={picture.viewBox} role="img" aria-label="Footprint: change of flow by this trade alone">
        {picture.around.map(l => (
          <path key={l.name} d={l.d} fill="none" stroke="var(--line)" strokeWidth={unit * 0.6} />
        ))}
        {picture.lines.map(l => (
          <path
            key={l.name}
            d={l.d}
            fill="none"
            stroke={l.changeKw >= 0 ? 'var(--flow)' : 'var(--info)'}
            strokeWidth={unit * (1 + 4 * l.weight)}
          >
            <title>
              {l.name}: {formatNumber(l.changeKw, 1, true)} kW
            </title>
          </path>
        ))}
      </svg>
      <figcaption className="muted">
        Thicker: more change of flow. Blue and ←: against the flow that is there.
      </figcaption>
    </figure>
  );
}
