import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { pageLostMark } from '../shared/ipc/page-lost';
import { App } from './app';
import { answerCloseQuestions } from './before-close';

// The page's security policy forbids code made of text, which zod would otherwise use.
z.config({ jitless: true });

answerCloseQuestions();

// On macOS they lie over what scrolls and take no room.
if (!navigator.platform.startsWith('Mac')) document.documentElement.dataset.scrollBars = 'own';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
const isAfterLoss = location.hash === pageLostMark;
// Said once: a reload is no loss.
if (isAfterLoss) history.replaceState(null, '', location.pathname);
createRoot(root).render(
  <StrictMode>
    <App {...(isAfterLoss ? { initialScreen: { kind: 'new-batch', opens: 'after-loss' } } : {})} />
  </StrictMode>,
);
