/** The audit screen: pages of the hash-chained log, and its verification. */
import type { Implementation } from '../shells/implementation.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

export function auditScreen({ store, seconds }: Services): Implementation['audit'] {
  return {
    revision: (_input, signal) =>
      push({ read: () => ({ length: store.auditLength() }), wake: [seconds], signal, everyMs: 1000 }),
    page: ({ text, offset, limit }) => {
      const { total, rows } = store.audit({ text, offset, limit });
      return { total, rows: [...rows] };
    },
    verify: () => store.verifyAudit(),
  };
}
