import '@mantine/core/styles.css';
import './fonts.css';
import './style.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { showContrast } from './display/contrast.ts';
import { theme } from './theme.ts';
import { noteOpenDialogs } from './parts/use-keys.ts';
// After all others: what gives way in a small window.
import './display/contrast.css';
import './display/narrow.css';

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no #root');

noteOpenDialogs();
showContrast();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <App />
    </MantineProvider>
  </StrictMode>,
);
