import { SCREENS } from '../screens.ts';
import { linkTo, usePlace } from '../session/selection.ts';

/** All screens, sign over word. `counts` marks screens that want attention. */
export function Navigation(props: { counts: Readonly<Record<string, number>> }) {
  const { screen } = usePlace();
  return (
    <nav className="frame-nav" aria-label="Screens">
      <ul>
        {SCREENS.map(entry => {
          const count = props.counts[entry.id] ?? 0;
          return (
            <li key={entry.id}>
              <a
                href={linkTo({ screen: entry.id })}
                aria-current={entry.id === screen ? 'page' : undefined}
                title={`${entry.purpose} (g ${entry.key})`}
              >
                <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                  <path d={entry.icon} />
                </svg>
                <span>{entry.title}</span>
                {count > 0 && (
                  <span className="nav-count">
                    {count}
                    <span className="visually-hidden"> unacknowledged</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
