/** Explains the two line styles and the signs; drawn with the same tokens as the picture itself. */
export function Legend() {
  return (
    <dl className="grid-legend" aria-label="Legend">
      <div>
        <dt>
          <svg width="54" height="14" aria-hidden="true">
            <line x1="0" x2="54" y1="7" y2="7" stroke="var(--flow)" strokeWidth="2.5" />
            <path d="M33 7l-10-5v10z" fill="var(--flow)" />
          </svg>
        </dt>
        <dd>physical flow, arrowhead where the power goes</dd>
      </div>
      <div>
        <dt>
          <svg width="54" height="14" aria-hidden="true">
            <path d="M0 7h9M20 7h9M40 7h9" stroke="var(--contract)" strokeWidth="2" />
            <circle cx="14.5" cy="7" r="2" fill="var(--contract)" />
            <circle cx="34.5" cy="7" r="2" fill="var(--contract)" />
          </svg>
        </dt>
        <dd>contract flow, seller to buyer, never a physical way</dd>
      </div>
      <div>
        <dt>
          <svg width="54" height="14" aria-hidden="true">
            <line x1="0" x2="30" y1="7" y2="7" stroke="var(--flow)" strokeOpacity="0.3" strokeWidth="9" />
            <line x1="0" x2="54" y1="7" y2="7" stroke="var(--flow)" strokeWidth="2" />
          </svg>
        </dt>
        <dd>loading as a bar along the branch; its full length is the limit</dd>
      </div>
      <div>
        <dt>
          <span style={{ color: 'var(--amber)' }}>◆</span> <span style={{ color: 'var(--red)' }}>▲</span>
        </dt>
        <dd>from 90 % of the limit, above the limit</dd>
      </div>
      <div>
        <dt>
          <svg width="54" height="14" aria-hidden="true">
            <line x1="0" x2="20" y1="7" y2="7" stroke="var(--line)" />
            <line x1="34" x2="54" y1="7" y2="7" stroke="var(--line)" />
            <path d="M22 2h10v10h-10zM22 12l10-10" fill="none" stroke="var(--text)" strokeWidth="1.5" />
          </svg>
        </dt>
        <dd>open; closed is a filled square; dead is thin</dd>
      </div>
      <div>
        <dt>
          <svg width="54" height="14" aria-hidden="true">
            <circle cx="22" cy="7" r="6" fill="none" stroke="var(--flow)" strokeWidth="1.5" />
            <circle cx="30" cy="7" r="6" fill="none" stroke="var(--flow)" strokeWidth="1.5" />
          </svg>
        </dt>
        <dd>transformer</dd>
      </div>
      <div>
        <dt>
          <svg width="54" height="14" aria-hidden="true">
            <line x1="0" x2="54" y1="7" y2="7" stroke="var(--info)" strokeOpacity="0.6" strokeWidth="6" />
            <path d="M33 7l-12-6v12z" fill="var(--info)" />
          </svg>
        </dt>
        <dd>footprint: what the selected trade alone adds (+) or relieves (−)</dd>
      </div>
    </dl>
  );
}
