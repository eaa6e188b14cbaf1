// The worker's entry. It opens untrusted files inside the sandbox; it can be killed at any moment and nothing is lost but its own work.
import { serveSession } from './serve-session';
import type { MessageEnd } from './session-rpc';

serveSession(self as MessageEnd);
