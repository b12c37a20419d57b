import { contextBridge, ipcRenderer } from 'electron';
import type { CounterBridge } from '../contract/bridge.ts';
import type { Push } from '../contract/pushes.ts';

const bridge: CounterBridge = {
  call: (name, input) => ipcRenderer.invoke('counter:call', name, input),
  on: (listener) => {
    // The event stays here: it carries ipcRenderer, which the page must never hold.
    const relay = (_event: unknown, push: Push) => listener(push);
    ipcRenderer.on('counter:push', relay);
    return () => {
      ipcRenderer.off('counter:push', relay);
    };
  },
};

contextBridge.exposeInMainWorld('counter', bridge);
