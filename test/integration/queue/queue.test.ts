// What the queue finds in the world before it starts a batch, against the practice Flowmingo and a real ledger.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../electron/cli/cli';
import { type AppContext, openAppContext } from '../../../electron/context/app-context';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store';
import type { LinkChecker } from '../../../electron/links/link-checker';
import { createAppLog } from '../../../electron/log/app-log';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { createQueueLook } from '../../../electron/queue/queue-look';
import type { ReadyBatch } from '../../../shared/batches/ready-batch';
import type { InviteTarget } from '../../../shared/operations/invite-target';
import { startConnectProxy } from '../../helpers/connect-proxy';
import { startLinkSite } from '../../helpers/link-site';
import { startWithoutSet, type WithoutSet } from '../../helpers/without-set';
import { makeIo } from '../../unit/electron/cli/make-io';

let folder: string;
let server: PracticeServer;
let front: WithoutSet;
let context: AppContext;
let workspaceId: string;

const settings = { concurrency: 4, peoplePerRequest: 1 };

function openContext(): AppContext {
  return openAppContext({
    dataDir: folder,
    log: createAppLog(folder),
    keyStore: createSessionKeyStore(),
    snapshotWorkerPath: '/nowhere',
    loopbackUrl: front.url,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'flowmingo-queue-'));
  server = await startPracticeServer({ candidates: 0 });
  front = await startWithoutSet(server.url);
  context = openContext();
  const { checkId } = await context.workspaces.checkKey(server.keys.full, null);
  ({ workspaceId } = await context.workspaces.saveKey(checkId, 'Team Praha', null));
});
afterEach(async () => {
  await context.close();
  await front.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function toTarget(title: string): Promise<InviteTarget> {
  const { interviewSets } = await context.targets.readLists(workspaceId, false);
  const set = interviewSets.find((one) => one.title === title);
  if (set === undefined) throw new Error(`There is no set ${title}.`);
  return {
    setId: set.id,
    setTitle: title,
    projectId: null,
    projectTitle: null,
    jobPostId: null,
    jobPostTitle: null,
  };
}

interface Batch {
  readonly from: number;
  readonly count: number;
  /** Null: it stays open. */
  readonly target: InviteTarget | null;
  readonly takenIn?: boolean;
  /** By person; nobody has one where it is not given. */
  readonly links?: readonly string[];
}

function makeReady({ from, count, target, takenIn = false, links = [] }: Batch): ReadyBatch {
  const { batches, ready } = context.ledger;
  const order = { sendInvite: true, message: null };
  const batchId = batches.begin({
    workspaceId: target === null ? null : workspaceId,
    name: `From ${from}`,
    source: {
      fileName: 'people.csv',
      sizeBytes: 10,
      sha256: String(from % 10).repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [{ letter: 'A', header: 'E-mail' }],
    },
    work:
      target === null
        ? { operation: 'invite', order: { ...order, target } }
        : { operation: 'invite', order: { ...order, target } },
    rowCount: count,
  });
  const rows = Array.from({ length: count }, (_, index) => ({
    rowNumber: index + 2,
    cells: [`person.${from + index}@example.com`],
    person: {
      email: `person.${from + index}@example.com`,
      firstname: 'Ana',
      lastname: 'Nováková',
      cv_link: links[index] ?? null,
      ats_candidate_id: null,
    },
    takenIn,
    skip: null,
  }));
  batches.addRows(batchId, 0, rows);
  return ready.keep(batchId, { settings, firstRows: null, draftId: null });
}

async function findings({ batchId }: ReadyBatch): Promise<string[]> {
  const inspection = await context.queueLook.inspect(batchId, false);
  return inspection.findings.map(({ kind, weight }) => `${weight} ${kind}`);
}

const order = ({ batchId }: ReadyBatch) => ({ batchId, accepted: [] });
const untilRuns = (count: number) =>
  vi.waitFor(
    () => {
      const runs = context.runs.listRuns(10);
      expect(runs.filter(({ state }) => state === 'finished')).toHaveLength(count);
      expect(context.queue.view().state.kind).toBe('idle');
    },
    { timeout: 30_000 },
  );

describe('from a terminal', () => {
  it('what is ready is listed and run in its order; who stands in two of them is left out of the second after a word', async () => {
    const target = await toTarget('Sales Assessment');
    makeReady({ from: 0, count: 3, target });
    makeReady({ from: 2, count: 3, target });
    await context.close();
    const run = async (...words: string[]) => {
      const io = makeIo({
        FLOWMINGO_DATA_DIR: folder,
        FLOWMINGO_BASE_URL: front.url,
        FLOWMINGO_API_KEY: server.keys.full,
      });
      return { exitCode: await runCli(words, io), printed: io.printed.join('\n'), said: io.said.join('\n') };
    };
    expect((await run('batches')).printed).toMatch(
      /From 0 to Sales Assessment: 3 people of 3 rows\n2 .*From 2 to/,
    );
    const first = await run('queue', 'run');
    expect(first.exitCode).toBe(2);
    expect(first.said).toMatch(/The queue stopped: 1 person was invited to this meanwhile by run 1 today\./);
    expect(server.record.emailsSent).toHaveLength(3);
    expect((await run('queue', 'run')).exitCode).toBe(1);
    const second = await run('queue', 'run', '--accept-changes');
    expect(second.said).toContain('Run 2, From 2: ');
    expect(server.record.emailsSent).toHaveLength(5);
    expect(server.record.invitesByEmail().size).toBe(5);
    expect((await run('batches')).printed).toBe('No batch is ready.');
    context = openContext();
  });
});

describe('the look before a start', () => {
  it('finds nothing where nothing has changed, and says how many would be sent to', async () => {
    const batch = makeReady({ from: 0, count: 3, target: await toTarget('Sales Assessment') });
    expect(await context.queueLook.inspect(batch.batchId, false)).toEqual({
      batchId: batch.batchId,
      findings: [],
      sendable: 3,
      asksForNumber: false,
    });
  });

  it('finds a set that is gone, a key that may not, and a Flowmingo that is away', async () => {
    const batch = makeReady({ from: 0, count: 3, target: await toTarget('Warehouse Shift Lead') });
    front.hide('Warehouse Shift Lead');
    expect(await findings(batch)).toEqual(['stops target-gone']);
    const { checkId } = await context.workspaces.checkKey(server.keys.readOnly, workspaceId);
    await context.workspaces.saveKey(checkId, 'Team Praha', workspaceId);
    expect(await findings(batch)).toEqual(['stops scope']);
    server.revokeKey(server.keys.readOnly);
    expect(await findings(batch)).toEqual(['stops key']);
    await front.close();
    expect(await findings(batch)).toEqual(['waits cannot-ask']);
    expect(server.record.emailsSent).toEqual([]);
  });

  it('finds who was invited meanwhile by another batch, and they are left out of the run', async () => {
    const target = await toTarget('Sales Assessment');
    const later = makeReady({ from: 0, count: 12, target });
    const sooner = makeReady({ from: 3, count: 1, target });
    context.queue.run([order(sooner)], false);
    await untilRuns(1);
    const { findings: found, sendable } = await context.queueLook.inspect(later.batchId, false);
    expect(found.map(({ sentence }) => sentence)).toEqual([
      '1 person was invited to this meanwhile by run 1 today. This person is left out, and 11 go.',
    ]);
    expect(sendable).toBe(11);
    context.queue.run([{ batchId: later.batchId, accepted: found.map(({ mark }) => mark) }], false);
    await untilRuns(2);
    expect(server.record.emailsSent).toHaveLength(12);
    expect(server.record.invitesByEmail().size).toBe(12);
  });

  it('people taken in on purpose, whom another batch has invited since, are said and left out', async () => {
    const target = await toTarget('Sales Assessment');
    const onPurpose = makeReady({ from: 0, count: 2, target, takenIn: true });
    context.queue.run([order(makeReady({ from: 0, count: 1, target }))], false);
    await untilRuns(1);
    expect(await findings(onPurpose)).toEqual(['asks invited-meanwhile', 'asks file-run-meanwhile']);
    const accepted = (await context.queueLook.inspect(onPurpose.batchId, false)).findings.map(
      ({ mark }) => mark,
    );
    context.queue.run([{ batchId: onPurpose.batchId, accepted }], false);
    await untilRuns(2);
    expect(server.record.emailsSent).toHaveLength(2);
  });

  it('the same file, run meanwhile to another target, is said', async () => {
    const batch = makeReady({ from: 0, count: 3, target: await toTarget('Sales Assessment') });
    const other = makeReady({ from: 10, count: 3, target: await toTarget('Warehouse Shift Lead') });
    context.queue.run([order(other)], false);
    await untilRuns(1);
    expect(await findings(batch)).toEqual(['asks file-run-meanwhile']);
  });

  it('an open target stops a batch everywhere, until it is chosen', async () => {
    const batch = makeReady({ from: 0, count: 3, target: null });
    expect(batch).toMatchObject({ targetTitle: null, workspaceId: null });
    expect(await findings(batch)).toEqual(['stops target-open']);
    await expect(context.runs.startRun(batch.batchId, settings)).rejects.toThrow('batch/target-open');
    expect(() => context.ledger.batches.get(batch.batchId)).toThrow('batch/target-open');
    context.ledger.ready.chooseTarget(batch.batchId, workspaceId, await toTarget('Sales Assessment'));
    expect(context.ledger.ready.get(batch.batchId).targetTitle).toBe('Sales Assessment');
    expect(await findings(batch)).toEqual([]);
    context.queue.run([order(batch)], false);
    await untilRuns(1);
    expect(server.record.emailsSent).toHaveLength(3);
  });
});

describe('CV links of a ready batch', () => {
  const looked: string[] = [];
  /** A checker whose sites say what a test wants, by path. */
  const linkChecker: Pick<LinkChecker, 'check'> = {
    check: async (links) =>
      links.map((link) => {
        looked.push(link);
        if (link.endsWith('/gone'))
          return { link, outcome: { kind: 'no-answer', why: 'status', status: 404 } };
        if (link.endsWith('/slow')) return { link, outcome: { kind: 'not-checked', why: 'no-time' } };
        return { link, outcome: { kind: 'answers', mediaType: null, sizeBytes: null } };
      }),
  };
  const never = new AbortController().signal;
  const makeLook = () => {
    looked.length = 0;
    return createQueueLook({ ...context, linkChecker });
  };
  const linkTo = (path: string) => `https://cv.example.com/${path}`;

  it('one that starts by itself is looked at for them, unless they are not wanted; what was ordered is not, again', async () => {
    const target = await toTarget('Sales Assessment');
    const { batchId } = makeReady({ from: 0, count: 3, target, links: [linkTo('ana'), linkTo('gone')] });
    const look = makeLook();
    const { findings: found } = await look.inspectBeforeStart(batchId, false, never);
    expect(found.map(({ weight, sentence }) => `${weight}: ${sentence}`)).toEqual([
      'asks: 1 of 2 CV links did not answer as a file does, the first in row 3. These people go all the same, with the link as it is.',
    ]);
    expect(looked).toEqual([linkTo('ana'), linkTo('gone')]);
    expect((await look.inspectBeforeStart(batchId, true, never)).findings).toEqual([]);
    context.ledger.ready.setLooksAtLinks(batchId, false);
    expect((await look.inspectBeforeStart(batchId, false, never)).findings).toEqual([]);
    expect(looked).toHaveLength(2);
  });

  it('a batch that cannot start anyway is not looked at for them', async () => {
    const target = await toTarget('Warehouse Shift Lead');
    const { batchId } = makeReady({ from: 0, count: 1, target, links: [linkTo('gone')] });
    front.hide('Warehouse Shift Lead');
    expect((await makeLook().inspect(batchId, true)).findings).toMatchObject([{ kind: 'target-gone' }]);
    expect(looked).toEqual([]);
  });

  it('of each batch the first 200 are looked at; what there was no time for is told and holds nobody back', async () => {
    const target = await toTarget('Sales Assessment');
    const many = makeReady({
      from: 0,
      count: 230,
      target,
      links: Array.from({ length: 230 }, (_, index) => linkTo(`${index}`)),
    });
    const slow = makeReady({ from: 300, count: 2, target, links: [linkTo('slow'), linkTo('bo')] });
    const looks = await makeLook().lookAtLinks([many.batchId, slow.batchId]);
    expect(looks.map(({ findings: [only] }) => `${only?.weight}: ${only?.sentence}`)).toEqual([
      'tells: 30 of 230 CV links were not looked at: a look takes the first 200. That holds nobody back.',
      'tells: 1 of 2 CV links were not looked at: their sites took too long. That holds nobody back.',
    ]);
    expect(looked).toHaveLength(202);
  });

  it('from a terminal they are looked at before anything is sent, and with --no-links nobody asks for them', async () => {
    const site = await startLinkSite((request, response) => {
      if (request.url === '/gone') return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': 9 });
      return response.end('%PDF-1.7\n');
    });
    const proxy = await startConnectProxy({ targetPort: site.port });
    const rootFile = path.join(folder, 'root.pem');
    writeFileSync(rootFile, site.root);
    const target = await toTarget('Sales Assessment');
    makeReady({ from: 0, count: 2, target, links: [linkTo('ana'), linkTo('gone')] });
    await context.close();
    const run = async (...words: string[]) => {
      const io = makeIo({
        FLOWMINGO_DATA_DIR: folder,
        FLOWMINGO_BASE_URL: front.url,
        FLOWMINGO_API_KEY: server.keys.full,
        HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
        NODE_EXTRA_CA_CERTS: rootFile,
      });
      return { exitCode: await runCli(['queue', 'run', ...words], io), said: io.said.join('\n') };
    };
    const looking = await run();
    expect(looking.exitCode).toBe(1);
    expect(looking.said).toContain('1 of 2 CV links did not answer as a file does, the first in row 3.');
    expect(server.record.emailsSent).toHaveLength(0);
    expect(JSON.stringify(site.asked)).not.toContain(server.keys.full);
    const asked = site.asked.length;
    expect((await run('--no-links')).exitCode).toBe(0);
    expect(server.record.emailsSent).toHaveLength(2);
    expect(site.asked).toHaveLength(asked);
    context = openContext();
    await proxy.close();
    await site.close();
  });
});
