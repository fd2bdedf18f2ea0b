/** The store's writing half, in a worker of its own: one write after the other, each answered when it is durable. */
import { parentPort, workerData } from 'node:worker_threads';
import { StoreError, storeErrorOf } from './errors.ts';
import { OperationsFile } from './operations-file.ts';
import { TelemetryFile } from './telemetry-file.ts';
import type { WriteAnswer, WriteRequest, WriteWorkerData } from './write-protocol.ts';

const port = parentPort;
if (port === null) throw new Error('the store writer runs as a worker');
const { operationsFile, telemetryFile } = workerData as WriteWorkerData;
const answer = (message: WriteAnswer) => port.postMessage(message);

let operations: OperationsFile | null = null;
let telemetry: TelemetryFile | null = null;
try {
  operations = new OperationsFile(operationsFile);
  telemetry = new TelemetryFile(telemetryFile);
  answer({ id: 0, result: null });
} catch (error) {
  answer(failed(0, error));
}

port.on('message', (request: WriteRequest) => {
  try {
    answer({ id: request.id, result: perform(request) });
  } catch (error) {
    answer(failed(request.id, error));
  }
  if (request.write[0] === 'close') port.close();
});

function perform({ write }: WriteRequest): unknown {
  if (write[0] === 'close') {
    operations?.close();
    telemetry?.close();
    return null;
  }
  if (operations === null || telemetry === null)
    throw new StoreError('closed', `${operationsFile} is not open`);
  switch (write[0]) {
    case 'appendBlock':
      return operations.appendBlock(write[1]);
    case 'appendVerdicts':
      return operations.appendVerdicts(write[1]);
    case 'recordIntent':
      return operations.recordIntent(write[1], write[2]);
    case 'moveIntent':
      return operations.moveIntent(write[1], write[2]);
    case 'appendAudit':
      return operations.appendAudit(write[1]);
    case 'saveAlarms':
      return operations.saveAlarms(write[1], write[2], write[3]);
    case 'setSetting':
      return operations.setSetting(write[1], write[2]);
    case 'appendFrame':
      return telemetry.appendFrame(write[1]);
  }
}

function failed(id: number, error: unknown): WriteAnswer {
  const found = storeErrorOf(operationsFile, error);
  return { id, problem: found.problem, message: found.message };
}
