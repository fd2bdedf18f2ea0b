/**
 * Names come from participants and may be chosen to harm whoever opens the report: a cell that begins like a formula
 * (CWE-1236, ASVS 1.2.10), control characters, marks that turn the reading direction, walls of text.
 */

const TEXT_MAX = 200; // A name longer than this hides its neighbours; the cut is marked.
const FORMULA_START = /^[=+\-@\p{Cc}]/u;
// Control characters and bidirectional overrides: nothing a name needs.
const HARMFUL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text as it may stand in a cell that a spreadsheet would otherwise interpret. Numbers never pass through here. */
export function inertText(text: string): string {
  const dangerous = FORMULA_START.test(text);
  const clean = text.replace(HARMFUL, '\ufffd');
  const cut = clean.length > TEXT_MAX ? `${clean.slice(0, TEXT_MAX)}…` : clean;
  return dangerous ? `'${cut}` : cut;
}
