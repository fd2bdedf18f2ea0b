/** A double of the electron module that records what the shell sets, so that tests can call it with hostile input. */
import { EventEmitter } from 'node:events';

type Handler = (...args: never[]) => unknown;

export interface WindowRecord {
  readonly options: Record<string, unknown>;
  readonly urls: string[];
}

export function electronDouble(switches: readonly string[] = []) {
  const recorded = {
    windows: [] as WindowRecord[],
    exitCodes: [] as number[],
    schemes: [] as unknown[],
    protocolHandlers: new Map<string, (request: Request) => Promise<Response>>(),
    permissionRequest: undefined as Handler | undefined,
    permissionCheck: undefined as Handler | undefined,
    devicePermission: undefined as Handler | undefined,
    beforeRequest: undefined as Handler | undefined,
    ipc: new EventEmitter(),
    forks: [] as { file: string; args: readonly string[]; options: Record<string, unknown> }[],
    errorBoxes: [] as string[],
    channels: [] as { port1: EventEmitter & { posted: unknown[] }; port2: object }[],
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    commandLine: { hasSwitch: (name: string) => switches.includes(name) },
    exit: (code: number) => recorded.exitCodes.push(code),
    quit: () => app.emit('will-quit'),
    requestSingleInstanceLock: () => true,
    whenReady: async () => {},
  });
  class BrowserWindow extends EventEmitter {
    readonly record: WindowRecord;
    constructor(options: Record<string, unknown>) {
      super();
      this.record = { options, urls: [] };
      recorded.windows.push(this.record);
    }
    async loadURL(url: string): Promise<void> {
      this.record.urls.push(url);
    }
    isMinimized(): boolean {
      return false;
    }
    restore(): void {}
    focus(): void {}
  }
  class MessageChannelMain {
    readonly port1 = Object.assign(new EventEmitter(), {
      posted: [] as unknown[],
      started: false,
      start(): void {
        this.started = true;
      },
      postMessage(message: unknown): void {
        this.posted.push(message);
      },
    });
    readonly port2 = {};
    constructor() {
      recorded.channels.push(this);
    }
  }
  const session = {
    defaultSession: {
      setPermissionRequestHandler: (handler: Handler) => {
        recorded.permissionRequest = handler;
      },
      setPermissionCheckHandler: (handler: Handler) => {
        recorded.permissionCheck = handler;
      },
      setDevicePermissionHandler: (handler: Handler) => {
        recorded.devicePermission = handler;
      },
      webRequest: {
        onBeforeRequest: (handler: Handler) => {
          recorded.beforeRequest = handler;
        },
      },
    },
  };
  const protocol = {
    registerSchemesAsPrivileged: (schemes: unknown[]) => recorded.schemes.push(...schemes),
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      recorded.protocolHandlers.set(scheme, handler),
  };
  const utilityProcess = {
    fork: (file: string, args: readonly string[], options: Record<string, unknown>) => {
      recorded.forks.push({ file, args, options });
      return Object.assign(new EventEmitter(), { stdout: new EventEmitter(), kill: () => true });
    },
  };
  const dialog = {
    showErrorBox: (_title: string, content: string) => void recorded.errorBoxes.push(content),
  };
  return {
    module: {
      app,
      BrowserWindow,
      dialog,
      ipcMain: recorded.ipc,
      MessageChannelMain,
      protocol,
      session,
      utilityProcess,
    },
    recorded,
  };
}
