import { decimalsOf, formatAge, formatNumber } from './numbers.ts';

export type Quality = 'good' | 'suspect' | 'bad' | 'substituted' | 'stale';

const QUALITY_LETTER: Record<Quality, string> = {
  good: '',
  suspect: '?',
  bad: '✕',
  substituted: 'S',
  stale: '',
};

/**
 * A number with its unit, and with age and quality wherever these are not as they should be: age beside anything older
 * than two scan cycles, hatched after three or when its quality is stale.
 */
export function Value(props: {
  value: number | null | undefined;
  unit?: string;
  decimals?: number;
  sign?: boolean;
  quality?: Quality;
  ageS?: number | null;
  /** Seconds between two readings of the source. */
  scanS?: number;
}) {
  const { value, unit, ageS } = props;
  const scanS = props.scanS ?? 2;
  const old = ageS !== null && ageS !== undefined && ageS > 2 * scanS;
  const stale = ageS !== null && ageS !== undefined && ageS > 3 * scanS;
  const quality = stale && (props.quality ?? 'good') === 'good' ? 'stale' : (props.quality ?? 'good');
  const letter = QUALITY_LETTER[quality];
  return (
    <span
      className="value"
      data-quality={quality}
      title={quality === 'good' ? undefined : `Quality: ${quality}`}
    >
      <span className="figure">
        {formatNumber(value, props.decimals ?? decimalsOf(unit ?? ''), props.sign ?? false)}
      </span>
      {unit !== undefined && value !== null && value !== undefined && <span className="unit">{unit}</span>}
      {letter !== '' && (
        <span className="quality">
          <span aria-hidden="true">{letter}</span>
          <span className="visually-hidden">{quality}</span>
        </span>
      )}
      {old && <span className="age">{formatAge(ageS)} old</span>}
    </span>
  );
}
