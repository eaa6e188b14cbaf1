// The app's log as it may be given away: when, what kind, under which reference, where in the program; of messages what scrubText leaves.
import path from 'node:path';
import { requests } from '../../shared/ipc/contract';
import { scrubText, taken } from './scrub-text';

/** As app-log.ts begins its lines. */
const lineStart = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (info|failure) (.*)$/;
const failureStart = /^([2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}) ([^:]*(?::[a-z-]+)?): (.*)$/;
const frame = /^\s*at .*?\(?((?:file:|node:|app:|[A-Za-z]:\\|\/)[^()]*):(\d+):(\d+)\)?$/;
/** Files of this program and of Node, by their names alone; everything else could be somebody's. */
const programFile = /^(?:(?:main|preload|cli|default-app)\.[cm]?js|(?:index|assets|sheet-worker)[\w-]*\.js)$/;

/** The lines of a log, scrubbed, oldest first. What is no line of a log is scrubbed all the same. */
export function scrubLog(text: string, salt: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => scrubLine(line, salt));
}

function scrubLine(line: string, salt: string): string {
  const at = frame.exec(line);
  if (at !== null) return `  at ${toProgramPlace(at[1] ?? '')}:${at[2]}:${at[3]}`;
  const start = lineStart.exec(line);
  if (start === null) return `  ${scrubText(line, salt)}`;
  const [, time, level, rest = ''] = start;
  const failure = failureStart.exec(rest);
  if (failure === null) return `${time} ${level} ${scrubText(rest, salt)}`;
  const [, reference, where = '', message = ''] = failure;
  const room = Object.hasOwn(requests, where) ? where : scrubText(where, salt);
  return `${time} ${level} ${reference} ${room}: ${scrubText(message, salt)}`;
}

function toProgramPlace(place: string): string {
  if (/^node:[a-z_/]+$/.test(place)) return place;
  const name = path.posix.basename(place.replaceAll('\\', '/'));
  return programFile.test(name) ? name : taken;
}
