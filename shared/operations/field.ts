// The fields a column can be mapped to. Never add one that the API guide does not name.

/** What the invite operation sends for a person (API guide, 3.1). `fullname` is split before sending. */
export const inviteFields = [
  'email',
  'firstname',
  'lastname',
  'fullname',
  'cv_link',
  'ats_candidate_id',
] as const;
export type InviteField = (typeof inviteFields)[number];

/** A person as the invite operation sends them; null where the sheet has nothing. */
export interface Person {
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly cv_link: string | null;
  readonly ats_candidate_id: string | null;
}

export type PersonField = keyof Person;

export const personFields = [
  'email',
  'firstname',
  'lastname',
  'cv_link',
  'ats_candidate_id',
] as const satisfies readonly PersonField[];

/** The words on the screen for each field. */
export const fieldLabels: Readonly<Record<InviteField, string>> = {
  email: 'Email',
  firstname: 'First name',
  lastname: 'Last name',
  fullname: 'First name + last name',
  cv_link: 'CV link',
  ats_candidate_id: 'Your candidate ID',
};
