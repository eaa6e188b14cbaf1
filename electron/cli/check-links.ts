// check --links: looks at the CV links of a file, without a key and never at Flowmingo. Ctrl C ends the looking, and the answer comes all the same.
import { maxLinksPerCheck } from '../../shared/ipc/contract';
import type { BatchRow } from '../../shared/operations/batch';
import {
  isCheckableLink,
  type LinkOutcome,
  type NotCheckedReason,
} from '../../shared/operations/link-outcome';
import { notCheckedWords } from '../../shared/operations/link-problem';
import { createLinkChecker, type LinkChecker } from '../links/link-checker';
import { createEnvProxy } from '../network/env-proxy';
import { readTrustedCertificates } from '../network/trusted-certificates';
import type { CliIo } from './cli-io';
import { counted } from './counted';

/** What was found, by link; and the links of which nothing is known. */
export interface CheckedFileLinks {
  readonly outcomes: ReadonlyMap<string, LinkOutcome>;
  readonly notChecked: ReadonlyMap<string, NotCheckedReason>;
}

/** A checker along the proxy and with the roots that the environment names. */
export function createCliLinkChecker({ env }: CliIo): LinkChecker {
  return createLinkChecker({
    network: {
      resolveProxy: createEnvProxy(env),
      readCertificates: () => readTrustedCertificates({ extraFile: env.NODE_EXTRA_CA_CERTS }),
    },
  });
}

/** Looks at each different link of the rows that are not left out. Says how far it is where a person looks on. */
export async function checkLinks(
  rows: readonly BatchRow[],
  io: CliIo,
  checker: LinkChecker,
): Promise<CheckedFileLinks> {
  const links = [
    ...new Set(
      rows.flatMap(({ person: { cv_link: link }, skip }) =>
        link !== null && (skip === null || skip.why === 'blocked') && isCheckableLink(link) ? [link] : [],
      ),
    ),
  ];
  const outcomes = new Map<string, LinkOutcome>();
  const notChecked = new Map<string, NotCheckedReason>();
  const end = new AbortController();
  const endListening = io.onStopAsked(() => end.abort());
  try {
    for (let from = 0; from < links.length; from += maxLinksPerCheck) {
      const part = links.slice(from, from + maxLinksPerCheck);
      const onSettled = (settledCount: number) => {
        if (io.isTerminal) io.showLine(`${from + settledCount} of ${links.length} links checked`);
      };
      for (const { link, outcome } of await checker.check(part, { signal: end.signal, onSettled }))
        if (outcome.kind === 'not-checked') notChecked.set(link, outcome.why);
        else outcomes.set(link, outcome);
    }
  } finally {
    endListening();
  }
  return { outcomes, notChecked };
}

/** "278 of 280 CV links answer with a file. 3 were not checked: …" */
export function toLinksText({ outcomes, notChecked }: CheckedFileLinks): string {
  const answering = [...outcomes.values()].filter(({ kind }) => kind === 'answers').length;
  const reasons = [...new Set(notChecked.values())].map((why) => notCheckedWords[why]).join('; ');
  const left =
    notChecked.size === 0 ? '' : ` ${counted(notChecked.size, 'was', 'were')} not checked: ${reasons}.`;
  return `${answering} of ${counted(outcomes.size + notChecked.size, 'CV link answers', 'CV links answer')} with a file.${left}`;
}

/** For `--json`: how many of each. */
export function toLinksJson({ outcomes, notChecked }: CheckedFileLinks): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {
    answers: 0,
    'no-answer': 0,
    'asks-login': 0,
    'not-a-file': 0,
    'not-checked': notChecked.size,
  };
  for (const { kind } of outcomes.values()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
