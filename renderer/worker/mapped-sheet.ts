// The people of one table under one mapping: remembered or proposed, changed by the recruiter, read once and kept.
import {
  fitMapping,
  type Recall,
  recallMapping,
  toMappingContent,
} from '../../shared/mappings/recall-mapping';
import type { MappingContent, SavedMapping } from '../../shared/mappings/saved-mapping';
import { assignColumn } from '../../shared/operations/change-mapping';
import type { PersonToCheck } from '../../shared/operations/check-person';
import type { InviteField, PersonField } from '../../shared/operations/field';
import { isSameMapping } from '../../shared/operations/is-same-mapping';
import type { ColumnProposal, Mapping, MappingProposal, NameOrder } from '../../shared/operations/mapping';
import { PeopleCounts } from '../../shared/operations/people-counts';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { SheetTally } from '../../shared/operations/sheet-facts';
import { addPeople } from '../../shared/operations/to-people';
import { fullNameIn } from '../../shared/operations/to-person';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { changedFields } from './changed-fields';
import { toColumnsView } from './column-views';
import { toNameExamples } from './name-examples';
import type { ColumnsView, MappingChoice, NameExamples, RecallView } from './session-types';

/** Read ahead at once: a millisecond or two on a slow computer, so that pieces of the work ahead end in time. */
const rowsAhead = 500;
/** Counting so many rows is done before anybody has looked at the columns. */
const rowsCountedAtOnce = 4000;

export class MappedSheet {
  private readonly proposal: MappingProposal;
  private recall: Recall<SavedMapping> | null;
  private isRecallUsed: boolean;
  private chosen: Mapping;
  /** The people of the first rows, as far as they have been read. */
  private read: PersonToCheck[] = [];
  /** What the reasons say, of the first `countedCount` people; null where they are not counted for the proposal. */
  private counts: PeopleCounts | null;
  private countedCount = 0;
  private tallied = new SheetTally();
  private proposed: readonly ColumnProposal[] | null = null;

  /**
   * A remembered mapping of the same header is put to use at once; one of a similar header is only offered. `nameOrder`: of whole
   * names, where nothing tells. `handedOver`: the mapping of a batch file, which takes the place of both.
   */
  constructor(
    readonly table: Table,
    saved: readonly SavedMapping[] = [],
    nameOrder: NameOrder = 'decide',
    private readonly handedOver: Mapping | null = null,
  ) {
    this.proposal = proposeMapping(table, nameOrder);
    if (handedOver !== null) {
      this.recall = null;
      this.isRecallUsed = false;
      this.chosen = handedOver;
      this.counts = this.toCounts();
      return;
    }
    const recall = recallMapping(table, this.proposal.mapping, saved);
    // A question whose answers come to the same is not asked.
    this.recall =
      recall?.kind === 'near' && isSameMapping(recall.mapping, this.proposal.mapping) ? null : recall;
    this.isRecallUsed = this.recall?.kind === 'same';
    const recalled = this.isRecallUsed && this.recall ? this.recall.mapping : this.proposal.mapping;
    // One and the same object, so that what the people were counted for is seen to be the proposal.
    this.chosen = isSameMapping(recalled, this.proposal.mapping) ? this.proposal.mapping : recalled;
    this.counts = this.toCounts();
  }

  get mapping(): Mapping {
    return this.chosen;
  }

  /** The people as the sheet has them, without edits. */
  get people(): readonly PersonToCheck[] {
    this.readOn(this.table.rows.length);
    return this.read;
  }

  /** What all the people together tell, counted while they were read. */
  get tally(): SheetTally {
    this.readOn(this.table.rows.length);
    return this.tallied;
  }

  /** Whether somebody could be invited with these columns. */
  get canInvite(): boolean {
    const { email, cv_link } = this.chosen.columns;
    return email !== undefined || cv_link !== undefined;
  }

  /** Reads the next people where that has not been done; answers whether there were any. */
  readAhead(): boolean {
    const isToRead = this.read.length < this.table.rows.length;
    this.readOn(this.read.length + rowsAhead);
    return isToRead;
  }

  /** Counts the next people for the reasons where that has not been done; answers whether there were any. */
  countAhead(): boolean {
    const isToCount = this.counts !== null && this.countedCount < this.read.length;
    this.countOn(this.countedCount + rowsAhead);
    return isToCount;
  }

  /** At once: where many rows are still to be counted, their numbers are left out of the reasons. */
  columns(): ColumnsView {
    return this.uncountedRows() > rowsCountedAtOnce
      ? this.toView(this.proposal.columnsFrom(null), false)
      : this.countedColumns();
  }

  countedColumns(): ColumnsView {
    return this.toView(this.proposedColumns(), true);
  }

  nameExamples(): NameExamples {
    return toNameExamples(this.table, this.chosen);
  }

  /** Sends a column to a field, or to none; answers the fields that come from another place now. */
  assign(columnIndex: number, field: InviteField | null): PersonField[] {
    return this.use(assignColumn(this.chosen, columnIndex, field));
  }

  setNameOrder(nameOrder: NameOrder): PersonField[] {
    return this.use({ ...this.chosen, nameOrder });
  }

  /** Lets go of what is remembered, and proposes from header and values. */
  proposeAnew(): PersonField[] {
    this.recall = null;
    this.isRecallUsed = false;
    return this.use(this.proposal.mapping);
  }

  /** Uses the remembered mapping that was offered. */
  useOffered(): PersonField[] {
    if (this.recall === null) return [];
    this.isRecallUsed = true;
    return this.use(this.recall.mapping);
  }

  /** How each of these would do for this table, in their order. */
  choices(saved: readonly SavedMapping[]): MappingChoice[] {
    return saved.map((known) => {
      const { mapping, missing } = fitMapping(this.table, this.proposal.mapping, known);
      return { mappingId: known.mappingId, missing, isUsed: isSameMapping(mapping, this.chosen) };
    });
  }

  /** Uses a remembered mapping that was chosen from the list, as far as its columns are there. */
  useSaved(known: SavedMapping): PersonField[] {
    const { mapping } = fitMapping(this.table, this.proposal.mapping, known);
    this.recall = { kind: 'same', known, mapping };
    this.isRecallUsed = true;
    return this.use(mapping);
  }

  /** What to remember of these columns; null where nothing should be. */
  toRemember(): MappingContent | null {
    return toMappingContent(this.table, this.chosen);
  }

  private readOn(toCount: number): void {
    addPeople(this.read, toCount, this.table, this.chosen, (_, { person }) => this.tallied.add(person));
  }

  /** Apart from reading, because the rows of a grid wait for what is read, and only the columns for what is counted. */
  private countOn(toCount: number): void {
    const { counts, read, chosen } = this;
    if (counts === null) return;
    for (; this.countedCount < Math.min(toCount, read.length); this.countedCount++) {
      const entry = read[this.countedCount];
      const row = this.table.rows[this.countedCount];
      if (entry === undefined || row === undefined) return;
      counts.add(this.countedCount, {
        person: entry.person,
        rawEmail: entry.rawEmail,
        fullname: fullNameIn(row, chosen),
      });
    }
  }

  /** What the proposals' reasons say is counted in the people that are read, as long as the proposal is what is used. */
  private toCounts(): PeopleCounts | null {
    const isOfUse = this.proposed === null && this.chosen === this.proposal.mapping;
    return isOfUse ? new PeopleCounts(this.table.rows.length) : null;
  }

  private proposedColumns(): readonly ColumnProposal[] {
    if (this.proposed !== null) return this.proposed;
    if (this.counts === null) this.proposed = this.proposal.columns;
    else {
      this.readOn(this.table.rows.length);
      this.countOn(this.table.rows.length);
      this.proposed = this.proposal.columnsFrom(this.counts);
    }
    return this.proposed;
  }

  /** Rows that the numbers of the reasons are still to be counted in. */
  private uncountedRows(): number {
    if (this.proposed !== null) return 0;
    return this.table.rows.length - (this.counts === null ? 0 : this.countedCount);
  }

  private toView(proposed: readonly ColumnProposal[], isCounted: boolean): ColumnsView {
    const recalled = {
      mapping: this.handedOver ?? (this.isRecallUsed ? (this.recall?.mapping ?? null) : null),
      view: this.toRecallView(),
      when: this.handedOver === null ? ('last time' as const) : ('when it was prepared' as const),
    };
    return { ...toColumnsView(this.table, this.chosen, proposed, recalled), isCounted };
  }

  private toRecallView(): RecallView | null {
    if (this.recall === null) return null;
    const { known } = this.recall;
    const { name, lastUsedAtMs } = known;
    if (this.isRecallUsed) {
      const { missing } = fitMapping(this.table, this.proposal.mapping, known);
      return { kind: 'applied', name, lastUsedAtMs, missing };
    }
    const { missing, added } = this.recall.kind === 'near' ? this.recall : { missing: [], added: [] };
    return { kind: 'offered', name, lastUsedAtMs, missing, added };
  }

  private use(mapping: Mapping): PersonField[] {
    const changed = changedFields(this.chosen, mapping);
    this.chosen = mapping;
    this.read = [];
    this.counts = this.toCounts();
    this.countedCount = 0;
    this.tallied = new SheetTally();
    return changed;
  }
}
