import '@mantine/core/styles.layer.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

// The Content-Security-Policy lets in styles with this nonce only; the libraries that put
// some into the page (Mantine, react-remove-scroll) are told it here.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById('root');
if (root) createRoot(root).render(<App nonce={nonce} />);
