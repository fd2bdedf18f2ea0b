/** The status line: each part in short words, with its state, its reason and the screen it leads to. */
import type { Status } from '../../preload/contract/session.ts';
import { formatAge, formatNumber } from '../ui/numbers.ts';

export interface StatusPart {
  readonly id: string;
  readonly text: string;
  readonly reason: string;
  readonly tone: 'good' | 'amber' | 'red' | 'unknown' | 'plain';
  readonly screen: string;
}

export function statusParts(status: Status): StatusPart[] {
  const { chain, data, supervision, interlock } = status;
  const verdicts = `${formatNumber(supervision.accepted, 0)} accepted, ${formatNumber(supervision.reduced, 0)} reduced, ${formatNumber(supervision.rejected, 0)} rejected`;
  const parts: StatusPart[] = [
    {
      id: 'chain',
      text: `chain #${formatNumber(chain.head, 0)} ${chain.text}`,
      reason: chain.reason,
      tone: chain.state,
      screen: 'chain',
    },
    {
      id: 'endpoints',
      text: `${chain.endpointsAgree}/${chain.endpoints} endpoints agree`,
      reason:
        chain.endpointsAgree === chain.endpoints
          ? 'Every endpoint gives the same blocks.'
          : `${chain.endpoints - chain.endpointsAgree} of ${chain.endpoints} endpoints differ or do not answer.`,
      tone: chain.endpointsAgree === chain.endpoints ? 'good' : chain.endpointsAgree === 0 ? 'red' : 'amber',
      screen: 'chain',
    },
    {
      id: 'data',
      text: `data age ${formatAge(data.ageS)}${data.text === '' ? '' : `, ${data.text}`}`,
      reason: data.reason,
      tone: data.state,
      screen: 'diagram',
    },
    {
      id: 'supervision',
      text: `${formatNumber(supervision.pending, 0)} pending, ${formatNumber(supervision.held, 0)} held`,
      reason: `${supervision.reason}${supervision.reason === '' ? '' : ' '}${verdicts}.`,
      tone: supervision.state,
      screen: 'trades',
    },
    {
      id: 'interlock',
      text: interlock.locked ? `commands locked (${interlock.reasons.length})` : 'commands free',
      reason: interlock.locked
        ? interlock.reasons.map(r => `${r.source}: ${r.reason}`).join(' · ')
        : 'Chain verified, data fresh, checks running: commands can be given.',
      tone: interlock.locked ? 'red' : 'good',
      screen: lockScreen(interlock.reasons[0]?.source),
    },
  ];
  if (status.simulated)
    parts.push({
      id: 'simulated',
      text: 'simulated market',
      reason: 'Participants and meters are simulated. Nothing here reaches a real network.',
      tone: 'plain',
      screen: 'overview',
    });
  return parts;
}

/** Where the cause of a lock is seen. */
function lockScreen(source: string | undefined): string {
  if (source === 'chain') return 'chain';
  if (source === 'supervision' || source === 'trades') return 'trades';
  return source === undefined ? 'overview' : 'alarms';
}
