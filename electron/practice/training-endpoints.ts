// Two endpoints beside the API, for tests and trainers in other processes: read the record, change the faults.
// They need no key, so they must never give one.
import { z } from 'zod';
import type { EndpointAnswer } from './answers';
import type { PracticeFlowmingo } from './practice-flowmingo';

const RECORD_PATH = '/practice/record';
const FAULTS_PATH = '/practice/faults';

/** Whether a path belongs to the training endpoints instead of the API. */
export function isTrainingPath(path: string): boolean {
  return path === RECORD_PATH || path === FAULTS_PATH;
}

/** GET /practice/record gives the record; POST /practice/faults replaces the faults and gives them back as understood. */
export function answerTrainingRequest(
  flowmingo: PracticeFlowmingo,
  request: { method: string; path: string; bodyText: string },
): EndpointAnswer {
  if (request.path === RECORD_PATH && request.method === 'GET')
    return { status: 200, body: flowmingo.record.toJson() };
  if (request.path !== FAULTS_PATH || request.method !== 'POST')
    return { status: 405, body: { message: 'Not for this method' } };
  try {
    flowmingo.setFaults(JSON.parse(request.bodyText));
    return { status: 200, body: flowmingo.plan().faults };
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : 'Faults must be JSON';
    return { status: 400, body: { message } };
  }
}
