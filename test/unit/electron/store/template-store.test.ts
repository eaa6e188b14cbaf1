// Messages that are kept: nothing of a recruiter's own list is ever lost to another one's name.
import { describe, expect, test } from 'vitest';
import { peekTemplates } from '../../../../electron/store/peek-templates';
import { mostTemplates, type TemplateContent } from '../../../../shared/messages/message-template';
import {
  invitingOrder,
  makeApi,
  makeDataDir,
  makeRow,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
  workspaceId,
} from '../runs/engine-bench';

const content = (name: string, message = `<p>${name} {{interview_link}}</p>`): TemplateContent => ({
  name,
  language: null,
  message,
  fallbackWords: null,
});
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('message templates', () => {
  test('survive a restart, the last used first, one for a name', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    ledger.templates.save(content('Fair'), 1000);
    ledger.templates.save({ ...content('Portal'), language: 'de', fallbackWords: 'da' }, 2000);
    ledger.templates.save(content('  fair ', '<p>other {{interview_link}}</p>'), 3000);
    const [fair] = ledger.templates.list();
    ledger.close();
    const list = openTestLedger(dataDir).templates.list();
    expect(list).toMatchObject([
      { name: 'fair', message: '<p>other {{interview_link}}</p>', lastUsedAtMs: 3000 },
      { name: 'Portal', language: 'de', fallbackWords: 'da' },
    ]);
    expect(list[0]?.templateId).toBe(fair?.templateId);
    // The command line reads the same list without the ledger being its own.
    expect(peekTemplates(dataDir)).toEqual(list);
    expect(peekTemplates(makeDataDir())).toEqual([]);
  });

  test('a replaced one and a deleted one come back as they were, beside what has their name now', () => {
    const { templates } = openTestLedger(makeDataDir());
    templates.save(content('Fair'), 1000);
    const [before] = templates.list();
    if (before === undefined) throw new Error('nothing kept');
    templates.save(content('Fair', 'something else {{interview_link}}'), 2000);
    templates.restore(before);
    expect(templates.list()).toEqual([before]);
    templates.delete(before.templateId);
    templates.save(content('FAIR'), 3000);
    templates.restore(before);
    expect(names(templates.list()).sort()).toEqual(['FAIR', 'Fair (2)']);
  });

  test('are renamed, but never onto another one', () => {
    const { templates } = openTestLedger(makeDataDir());
    templates.save(content('Fair'), 1000);
    templates.save(content('Portal'), 2000);
    const portal = templates.list()[0]?.templateId ?? '';
    expect(templates.rename(portal, 'fair', null)).toBe(false);
    expect(templates.rename(portal, 'PORTAL', 'vi')).toBe(true);
    expect(templates.list()).toMatchObject([{ name: 'PORTAL', language: 'vi' }, { name: 'Fair' }]);
    templates.noteUse(templates.list()[1]?.templateId ?? '', 9000);
    expect(names(templates.list())).toEqual(['Fair', 'PORTAL']);
  });

  test('of a colleague stand beside one’s own, and the list has an end', () => {
    const { templates } = openTestLedger(makeDataDir());
    templates.save(content('Fair'), 1000);
    templates.takeIn([content('Fair'), content('Fair'), content('New')], 2000);
    expect(names(templates.list()).sort()).toEqual(['Fair', 'Fair (2)', 'Fair (3)', 'New']);
    templates.takeIn(
      Array.from({ length: mostTemplates }, (_, index) => content(`T${index}`)),
      3000,
    );
    expect(templates.list()).toHaveLength(mostTemplates);
    expect(names(templates.list())).not.toContain('New');
  });
});

describe('the last message to a target', () => {
  const settings = { concurrency: 2, peoplePerRequest: 1 };
  const question = { workspaceId, setId: 'set-1', projectId: null };

  test('is the one of the last run with a message of one’s own, in this workspace', async () => {
    const ledger = openTestLedger(makeDataDir());
    const service = makeService(ledger, makeApi());
    // Nobody is invited to one target twice, so each run has somebody else.
    let nextPerson = 0;
    const run = async (order: Partial<typeof invitingOrder>) => {
      const batchId = storeBatch(ledger, [makeRow(nextPerson++)], { ...invitingOrder, ...order });
      const { runId } = await service.startRun(batchId, settings);
      await service.whenAtRest(runId);
    };
    expect(ledger.readLastMessage(question)).toBeNull();
    storeBatch(ledger, makeRows(1), { ...invitingOrder, message: '<p>never sent, that one</p>' });
    expect(ledger.readLastMessage(question)).toBeNull();
    const nameFallback = { words: 'there', forRows: [{ rowNumber: 2, words: 'you' }] };
    await run({ message: '<p>first message</p>' });
    await run({ message: '<p>second message</p>', nameFallback });
    await run({ message: null });
    const stopped = storeBatch(ledger, [makeRow(nextPerson)], {
      ...invitingOrder,
      message: '<p>stopped in the hold</p>',
    });
    const { runId } = await service.startRun(stopped, settings, { firstRows: null, holdSeconds: 30 });
    await service.cancelRun(runId);
    expect((await service.whenAtRest(runId)).state).toBe('cancelled');
    await run({ message: '<p>old one with <table></table></p>' });
    expect(ledger.readLastMessage(question)).toEqual({
      message: '<p>second message</p>',
      nameFallback: { words: 'there', forRows: [] },
      usedAtMs: expect.any(Number),
      runNumber: 2,
    });
    expect(ledger.readLastMessage({ ...question, projectId: 'any' })).toMatchObject({ runNumber: 2 });
    expect(ledger.readLastMessage({ ...question, setId: 'set-2' })).toBeNull();
    expect(ledger.readLastMessage({ ...question, workspaceId: 'other' })).toBeNull();
  });
});

describe('people without a first name', () => {
  test('get their own wording in requests of their own, each person once, in the order of the rows', async () => {
    const ledger = openTestLedger(makeDataDir());
    const api = makeApi();
    const messages = new Map<string, string | undefined>();
    const sizes: number[] = [];
    const sendInvite = api.sendInvite.bind(api);
    api.sendInvite = (id, request) => {
      sizes.push(request.candidates.length);
      for (const { email = '' } of request.candidates) messages.set(email, request.invitation_message);
      return sendInvite(id, request);
    };
    const rows = makeRows(12).map((row, index) =>
      index === 4 || index === 5 || index === 9
        ? { ...row, person: { ...row.person, firstname: null } }
        : row,
    );
    const message = '<p>Dear {{candidate_name}}</p>';
    const order = {
      ...invitingOrder,
      message,
      nameFallback: { words: 'there', forRows: [{ rowNumber: 11, words: 'you' }] },
    };
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, rows, order), {
      concurrency: 1,
      peoplePerRequest: 5,
    });
    await service.whenAtRest(runId);
    expect(service.getSummary(runId).counts).toMatchObject({ done: 12 });
    expect(sizes).toEqual([4, 2, 3, 1, 2]);
    expect(messages.get('person4@example.com')).toBe('<p>Dear there</p>');
    expect(messages.get('person5@example.com')).toBe('<p>Dear there</p>');
    expect(messages.get('person9@example.com')).toBe('<p>Dear you</p>');
    expect([...messages.values()].filter((sent) => sent === message)).toHaveLength(9);
    expect(messages.size).toBe(12);
    // "What was sent" shows the same.
    expect(service.getExchange(runId, 9).requestText).toContain('Dear you');
  });
});
