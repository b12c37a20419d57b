import '@mantine/core/styles.css';
import './fonts.css';
import './style.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { theme } from './theme.ts';
import { noteOpenDialogs } from './parts/use-keys.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no #root');

noteOpenDialogs();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <App />
    </MantineProvider>
  </StrictMode>,
);
