// Somebody else at work in the same interview set: what a look-up may find there need not be ours.
import type { PracticeServer } from '../../electron/practice/practice-server';
import { type Json, makePracticeClient, paths, readAll } from '../contract/practice-client';

/** Invites one other person to the set, past the app. */
export async function inviteByColleague(server: PracticeServer, setTitle: string): Promise<void> {
  const client = makePracticeClient(server.url, server.keys.production);
  try {
    const sets = await readAll(client, paths.interviewSets);
    const { id } = sets.find((set: Json) => set.title === setTitle);
    const email = `colleague.guest.${server.record.emailsSent.length}@example.net`;
    const { status } = await client.post(paths.invite, {
      com_interview_set_id: id,
      candidates: [{ email, firstname: 'Guest', lastname: 'Of A Colleague' }],
      send_invite: true,
    });
    if (status !== 201) throw new Error(`The colleague's invitation was answered with ${status}.`);
  } finally {
    client.close();
  }
}
