import { useStatus } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { statusParts } from './status-parts.ts';

/** The interlock's face. The reason of a part appears on hover and on focus, above the line. */
export function StatusLine() {
  const { value, stale } = useStatus();
  return (
    <footer className="status-line" data-stale={stale || undefined}>
      {value === undefined
        ? 'The console is starting. The first time it sets up a market, which takes about ten seconds.'
        : statusParts(value).map(part => (
            <a
              key={part.id}
              className="status-part"
              data-tone={stale ? 'unknown' : part.tone}
              href={linkTo({ screen: part.screen })}
              aria-describedby={`status-${part.id}`}
            >
              {part.text}
              <span className="status-reason" role="tooltip" id={`status-${part.id}`}>
                {stale ? 'Old: the console is not heard. ' : ''}
                {part.reason}
              </span>
            </a>
          ))}
    </footer>
  );
}
