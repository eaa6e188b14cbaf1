// What an endpoint gets to work with and what it gives back.
// Endpoints do no I/O; they change the world only through `apply`, and only after they have checked the whole request.
import type { EndpointAnswer } from './answers';
import type { ParsedFaults } from './faults';
import type { PracticeKeyGrant, PracticeScope } from './practice-keys';
import type { PracticeWorld, WorldChange } from './world';

/** One request, already authenticated and allowed. */
export interface EndpointContext {
  world: PracticeWorld;
  /** Changes the world at once, and notes the change for the journal. */
  apply: (change: WorldChange) => void;
  grant: PracticeKeyGrant;
  /** The `{id}` of the path; empty where the path has none. */
  id: string;
  query: URLSearchParams;
  body: unknown;
  nowMs: number;
  createId: (atMs: number) => string;
  faults: ParsedFaults;
  seed: number;
}

/** One endpoint of the guide. `path` is relative to the base URL and may hold `{id}` once. */
export interface Endpoint {
  method: 'GET' | 'POST';
  path: string;
  /** The scope that a key needs; null for the endpoint that takes any valid key. */
  scope: PracticeScope | null;
  answer: (context: EndpointContext) => EndpointAnswer;
}
