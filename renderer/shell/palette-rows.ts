/** What the palette finds: screens, elements, trades and actions, best match first. */

export interface Finding {
  readonly kind: 'screen' | 'element' | 'trade' | 'action';
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** How well a text answers what was typed: 0 not at all; exact, start, start of a word, inside, letters in order. */
export function score(text: string, typed: string): number {
  const [hay, needle] = [text.toLowerCase(), typed.trim().toLowerCase()];
  if (needle === '') return 1;
  if (hay === needle) return 100;
  if (hay.startsWith(needle)) return 80;
  const at = hay.indexOf(needle);
  if (at > 0) return /[^a-z0-9]/.test(hay[at - 1] ?? '') ? 60 : 40;
  return inOrder(hay, needle) ? 10 : 0;
}

function inOrder(hay: string, needle: string): boolean {
  let at = -1;
  for (const letter of needle) {
    at = hay.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The best findings of all kinds; with nothing typed, screens and actions only. Each kind keeps some room. */
export function findingsOf(
  typed: string,
  sources: Readonly<Record<Finding['kind'], readonly Finding[]>>,
  most = 14,
): Finding[] {
  const kinds: Finding['kind'][] =
    typed.trim() === '' ? ['screen', 'action'] : ['screen', 'element', 'trade', 'action'];
  const found = kinds.flatMap(kind => {
    const ranked = sources[kind]
      .map(finding => ({
        finding,
        // A trade was found by the console itself, which also searches what is not shown here.
        score: Math.max(score(finding.title, typed), score(finding.id, typed), kind === 'trade' ? 20 : 0),
      }))
      .filter(f => f.score > 0)
      .sort((a, b) => b.score - a.score || a.finding.title.length - b.finding.title.length);
    return typed.trim() === '' ? ranked : ranked.slice(0, 8);
  });
  return (typed.trim() === '' ? found : found.sort((a, b) => b.score - a.score).slice(0, most)).map(
    f => f.finding,
  );
}
