import { contextBridge, ipcRenderer } from 'electron';
import type { CounterBridge } from '../contract/bridge.ts';
import type { Push } from '../contract/pushes.ts';

const bridge = {
  call: (name, input) => ipcRenderer.invoke('counter:call', name, input),
  on: (listener) => {
    // The page gets the message and never the event, which would hand it the whole channel.
    const pass = (_event: unknown, push: Push) => listener(push);
    ipcRenderer.on('counter:push', pass);
    return () => void ipcRenderer.off('counter:push', pass);
  },
} satisfies CounterBridge;

contextBridge.exposeInMainWorld('counter', bridge);
