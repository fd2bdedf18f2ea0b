import { formatAge } from '../../numbers.ts';

/** Old picture: a hatch over everything and its age in words; it takes no pointer and hides no line. */
export function StaleHatch(props: { ageS: number; why: string }) {
  return (
    <div className="stale-hatch">
      <p role="status">
        Old picture: {formatAge(props.ageS)} old. {props.why}
      </p>
    </div>
  );
}
