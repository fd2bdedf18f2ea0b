/** The operator's signing key: a file that only its owner can read, made when missing. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { computeAddress, SigningKey } from 'ethers';

/** @throws Error when the file is readable by others, or does not hold a key */
export function operatorKey(file: string): SigningKey {
  if (!existsSync(file)) {
    // Never half a key: written whole beside, then renamed.
    writeFileSync(`${file}.new`, `0x${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error(
      `${file}: readable by others (mode ${mode.toString(8)}); set it to 600 and consider the key known`,
    );
  const text = readFileSync(file, 'utf8').trim();
  // The text itself is never part of a message.
  if (!/^0x[0-9a-f]{64}$/.test(text)) throw new Error(`${file}: does not hold a private key of 32 bytes`);
  return new SigningKey(text);
}

/** The account the key signs for, checksummed. */
export function operatorAddress(key: SigningKey): string {
  return computeAddress(key.publicKey);
}
