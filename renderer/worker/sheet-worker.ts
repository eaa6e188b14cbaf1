// The worker's entry. It opens untrusted files inside the sandbox; it can be killed at any moment and nothing is lost but its own work.
import { z } from 'zod';
import { serveSession } from './serve-session';
import type { MessageEnd } from './session-rpc';

// The security policy forbids code made of text, which zod would otherwise use.
z.config({ jitless: true });

serveSession(self as MessageEnd);
