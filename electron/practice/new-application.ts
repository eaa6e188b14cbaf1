// How somebody enters a pipeline: shared by invites and by "add a candidate". Pure: changes nothing by itself.
import type { Application } from './world';

/** What the API says about somebody who is in the project's pipeline already. */
export const ALREADY_APPLIED_MESSAGE = 'Candidate has already applied to this project';

/** The API's internal number for an active application; clients must not build on it. */
const STATUS_ACTIVE = 1;

/** An application as it begins: active, not scored. */
export function createApplication(place: Omit<Application, 'score' | 'status' | 'isRejected'>): Application {
  return { ...place, score: null, status: STATUS_ACTIVE, isRejected: false };
}
