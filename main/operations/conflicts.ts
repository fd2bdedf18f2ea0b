/** Orders that contradict one another for the same point and interval are refused (promise A11). Pure. */
import type { Command, Intent } from '../records/operations.ts';

/** Why a command cannot be given while others are on their way; null: it can. */
export function conflictOf(command: Command, open: readonly Intent[]): string | null {
  for (const other of open) {
    const clash = clashOf(command, other.command);
    if (clash !== null)
      return `${clash} is part of another command that is not on chain yet (${other.id}, by ${other.by}). Wait until it is, then look again.`;
  }
  return null;
}

/** What both commands want to change. */
function clashOf(a: Command, b: Command): string | null {
  if (a.type === 'purchase-flexibility' && b.type === 'purchase-flexibility') {
    const taken = new Set(b.parts.map(part => part.offerId));
    const offer = a.parts.find(part => taken.has(part.offerId));
    return offer ? `Offer ${offer.offerId}` : null;
  }
  if (a.type === 'curtail' && b.type === 'curtail') {
    const ordered = new Set(b.terms.map(term => `${term.point} ${term.interval}`));
    const term = a.terms.find(t => ordered.has(`${t.point} ${t.interval}`));
    return term ? `Point ${term.point}` : null;
  }
  if (isAnswer(a) && isAnswer(b)) {
    const answered = new Set(b.parts.map(part => part.partId));
    const part = a.parts.find(p => answered.has(p.partId));
    return part ? `Part ${part.partId}` : null;
  }
  if (a.type === 'object-to-batch' && b.type === 'object-to-batch')
    return a.batchId === b.batchId ? `Batch ${a.batchId}` : null;
  if (a.type === 'give-verdicts' && b.type === 'give-verdicts') {
    const judged = new Set(b.verdicts.map(v => v.tradeId));
    const verdict = a.verdicts.find(v => judged.has(v.tradeId));
    return verdict ? `Trade ${verdict.tradeId}` : null;
  }
  return null;
}

function isAnswer(
  command: Command,
): command is Extract<Command, { type: 'confirm-flexibility' | 'refuse-flexibility' }> {
  return command.type === 'confirm-flexibility' || command.type === 'refuse-flexibility';
}
