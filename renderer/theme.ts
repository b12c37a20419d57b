import { createTheme, Drawer, Modal, type MantineColorsTuple } from '@mantine/core';
import { COMMON } from './text/vi.ts';

// Ink blue. Not green: green says "trong hạn" and nothing else.
const ink: MantineColorsTuple = [
  '#eef4fb',
  '#dbe6f4',
  '#b4cae6',
  '#8aadd9',
  '#6793ce',
  '#4f80c6',
  '#3a6db5',
  '#285a9f',
  '#1c4a87',
  '#0f376a',
];

const dark: MantineColorsTuple = [
  '#d5d9e0',
  '#b4bac4',
  '#8d95a3',
  '#5f6775',
  '#434a57',
  '#343a46',
  '#272c36',
  '#1e222a',
  '#171a21',
  '#101319',
];

// A clerk waits for no animation.
const DIALOG = {
  transitionProps: { duration: 0 },
  closeButtonProps: { 'aria-label': COMMON.close },
  // Its element would count as the head of the whole window.
  attributes: { header: { role: 'presentation' } },
};

export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', sans-serif",
  fontFamilyMonospace: "'Be Vietnam Pro', monospace",
  headings: { fontFamily: "'Be Vietnam Pro', sans-serif", fontWeight: '600' },
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  cursorType: 'pointer',
  components: {
    Modal: Modal.extend({ defaultProps: DIALOG }),
    Drawer: Drawer.extend({ defaultProps: DIALOG }),
  },
});
