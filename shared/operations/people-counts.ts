// Counts what the reasons of proposed columns say, over every row of a sheet, while its people are read: finding a row in the memory takes
// longer than counting in it. Never decides what a column is: column-values.ts does.
import { isWebLink } from './column-values';
import { addressesIn, emailFault } from './email-address';
import { isEverydayAddress } from './everyday-address';
import { isEverydayLink } from './everyday-link';
import type { InviteField, Person } from './field';
import { SameValues } from './same-values';

/** What the reason of a chosen column says. Counts that a field has no use for are 0. */
export interface ReasonCounts {
  readonly rowCount: number;
  readonly filledCount: number;
  readonly distinctCount: number;
  readonly emailCount: number;
  readonly linkCount: number;
  readonly httpsCount: number;
  readonly severalWordsCount: number;
}

/** The texts of one row that people are read from. */
export interface CountedRow {
  readonly person: Person;
  readonly rawEmail: string | null;
  /** The whole name, where one is split. */
  readonly fullname: string | null;
}

/** The counts of all fields, row by row. */
export class PeopleCounts {
  private readonly filled: Record<InviteField, number> = {
    email: 0,
    firstname: 0,
    lastname: 0,
    fullname: 0,
    cv_link: 0,
    ats_candidate_id: 0,
  };
  private distinctIds = 0;
  private emails = 0;
  private links = 0;
  private httpsLinks = 0;
  private severalWords = 0;
  /** Made with the first id: it takes room for every row. */
  private ids: SameValues | null = null;

  constructor(private readonly rowCount: number) {}

  /** @param index the row's place among the `rowCount` */
  add(index: number, { person, rawEmail, fullname }: CountedRow): void {
    const { email, firstname, lastname, cv_link, ats_candidate_id } = person;
    const { filled } = this;
    if (rawEmail !== null) filled.email++;
    if (email !== null && isAddress(email)) this.emails++;
    if (firstname !== null) filled.firstname++;
    if (lastname !== null) filled.lastname++;
    if (fullname !== null) {
      filled.fullname++;
      if (fullname.includes(' ')) this.severalWords++;
    }
    if (cv_link !== null) {
      filled.cv_link++;
      if (isEverydayLink(cv_link) || isWebLink(cv_link)) this.links++;
      if (cv_link.startsWith('https:')) this.httpsLinks++;
    }
    if (ats_candidate_id !== null) {
      filled.ats_candidate_id++;
      this.ids ??= new SameValues(this.rowCount);
      this.ids.set(index, ats_candidate_id);
      if (this.ids.firstWith(index) === index) this.distinctIds++;
    }
  }

  /** The counts of the column of a field. */
  of(field: InviteField): ReasonCounts {
    return {
      rowCount: this.rowCount,
      filledCount: this.filled[field],
      distinctCount: this.distinctIds,
      emailCount: this.emails,
      linkCount: this.links,
      httpsCount: this.httpsLinks,
      severalWordsCount: this.severalWords,
    };
  }
}

function isAddress(email: string): boolean {
  return isEverydayAddress(email) || emailFault(email) === null || addressesIn(email).length > 0;
}
