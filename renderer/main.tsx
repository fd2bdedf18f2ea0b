import './session/no-eval.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/theme.css';
import './ui/ui.css';
import './shell/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Frame } from './shell/Frame.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <Frame />
  </StrictMode>,
);
