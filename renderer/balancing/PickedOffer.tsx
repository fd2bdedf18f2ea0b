import { useEffect } from 'react';
import { useQuery } from '../session/hooks.ts';
import { linkTo, selectElement } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { DIRECTIONS, type MeritRow, offerWords } from './merit-rows.ts';

/** The picked offer in words, and where it lies in the grid. */
export function PickedOffer(props: { row: MeritRow; onClear: () => void }) {
  const { offer } = props.row;
  const topology = useQuery('grid', 'topology', {});
  const bus = topology.value?.buses.find(b => b.points.includes(offer.point));
  const element = bus?.id ?? null;
  // The shared selection knows elements of the grid, not points of the market: the point's bus stands for it.
  useEffect(() => {
    if (element !== null) selectElement(element);
  }, [element]);
  return (
    <div className="merit-picked" role="status">
      <span>
        <strong>{DIRECTIONS[offer.direction].title}</strong> {offerWords(props.row)}
      </span>
      {element !== null && (
        <a className="button" href={linkTo({ screen: 'diagram', element })}>
          Show bus {bus?.name} in the diagram
        </a>
      )}
      {topology.value !== undefined && element === null && (
        <span className="muted">Its connection point is not in this network.</span>
      )}
      {topology.value === undefined && topology.failure && (
        <span className="muted">Its place in the grid could not be read: {topology.failure.message}</span>
      )}
      {offer.blockedElement !== null && (
        <a className="button" href={linkTo({ screen: 'diagram', element: offer.blockedElement })}>
          Show {offer.blockedElement} in the diagram
        </a>
      )}
      <Button kind="quiet" label="Clear the picked offer" onPress={props.onClear}>
        ✕
      </Button>
    </div>
  );
}
