import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { CounterBridge } from '../contract/bridge.ts';
import type { Push } from '../contract/pushes.ts';
import { parseTextSize, TEXT_SIZE_CHOSEN, TEXT_SIZE_KEY, type TextSize } from '../contract/text-size.ts';

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

/** Here and not by a style: the layout sees a smaller window, and gives way as in one. */
function showTextSize(): void {
  webFrame.setZoomFactor(keptTextSize() / 100);
}

function keptTextSize(): TextSize {
  return parseTextSize(localStorage.getItem(TEXT_SIZE_KEY));
}

// The page shows nothing before its first answer, and the window comes up later still. Asked for before the page is there,
// the scale may keep it from ever being drawn.
window.addEventListener('DOMContentLoaded', () => {
  if (keptTextSize() !== 100) showTextSize();
});
window.addEventListener(TEXT_SIZE_CHOSEN, showTextSize);
