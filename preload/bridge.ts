/**
 * The sandboxed Electron preload: hands the window one message port and nothing else. No ipcRenderer, no Node, no
 * generic channel reaches the page; what can be asked is the contract alone.
 */
import { contextBridge, ipcRenderer } from 'electron';

const OPEN_CONTRACT = 'interlock:open-contract';

contextBridge.exposeInMainWorld('interlockBridge', { present: true });

// A port cannot cross the context bridge: it is transferred to the page by a window message from our own origin.
ipcRenderer.on(OPEN_CONTRACT, event => {
  const [port] = event.ports;
  if (port) window.postMessage({ type: OPEN_CONTRACT }, window.location.origin, [port]);
});

window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(OPEN_CONTRACT));
