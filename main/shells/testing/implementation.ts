/** An implementation for shell tests: every procedure answers that it is not part of the test, except those given. */
import { contract } from '../../../preload/contract/index.ts';
import type { Implementation } from '../implementation.ts';

export function implementationWith(
  overrides: Record<string, (input: never, signal: AbortSignal) => unknown>,
): Implementation {
  const table: Record<string, Record<string, unknown>> = {};
  for (const [screen, procedures] of Object.entries(contract)) {
    table[screen] = {};
    for (const name of Object.keys(procedures)) {
      table[screen][name] =
        overrides[`${screen}.${name}`] ??
        (() => {
          throw new Error(`${screen}.${name} is not part of this test`);
        });
    }
  }
  return table as unknown as Implementation;
}
