/** Writes until it is killed; says each acknowledged write on its output at once. Program of `kill.test.ts`. */
import { writeSync } from 'node:fs';
import { openStore } from '../service.ts';
import { block, intent, note } from './builders.ts';

const folder = process.argv[2] ?? '';
const store = await openStore(folder, `process ${process.pid}`);
let number = (store.read.head()?.number ?? 0) + 1;
for (;;) {
  const n = number++;
  // Three writes on their way at once, as in life; each is said when it is answered.
  await Promise.all([
    store.write.appendBlock(block(n, 3)).then(() => say(`block ${n}`)),
    store.write.recordIntent(intent(`i${n}`), note()).then(() => say(`intent i${n}`)),
    store.write
      .appendAudit(note('acknowledge', `alarm ${n}`))
      .then(entry => say(`audit ${entry.sequence} ${entry.hash}`)),
  ]);
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
