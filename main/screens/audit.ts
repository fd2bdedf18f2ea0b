/** The audit screen: pages of the hash-chained log, and its verification. */
import type { Command } from '../records/operations.ts';
import type { Implementation } from '../shells/implementation.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

export function auditScreen({ store, market, seconds }: Services): Implementation['audit'] {
  const priceOf = (offerId: string) => market.flexibility.offerOf(offerId)?.offer.priceMicroEurPerKwh ?? null;
  return {
    revision: (_input, signal) =>
      push({ read: () => ({ length: store.auditLength() }), wake: [seconds], signal, everyMs: 1000 }),
    page: ({ text, offset, limit }) => {
      const { total, rows } = store.audit({ text, offset, limit });
      return {
        total,
        rows: rows.map(row => {
          const command = store.intent(row.subject)?.command;
          const cost = command?.type === row.action ? costOf(command, priceOf) : null;
          return { ...row, costMicroEur: cost === null ? null : String(cost) };
        }),
      };
    },
    verify: () => store.verifyAudit(),
  };
}

/** The detail of a purchase names offers and energies; what they cost stands in the offers. */
function costOf(command: Command, priceOf: (offerId: string) => bigint | null): bigint | null {
  if (command.type !== 'purchase-flexibility') return null;
  let sum = 0n;
  for (const { offerId, energyWh } of command.parts) {
    const price = priceOf(offerId);
    if (price === null) return null;
    sum += (price * energyWh) / 1000n;
  }
  return sum;
}
