// The recruiter's changes, written down in a journal as they are made, so that a draft can be brought back with its way back.
// Never leaves a change out of the journal: what changes something in RowChanges has its entry here.
import { type JournalEntry, type JournalPart, parseJournalPart, toJournalParts } from './change-journal';
import type { EditedField } from './edited-pipeline-row';
import { type RowChange, RowChanges } from './row-changes';

/** More changes than that are put together into their result, so that a draft never grows without an end. */
const mostJournaledChanges = 1_000_000;

export class JournaledChanges extends RowChanges {
  private parts: JournalPart[] = [];
  private changeCount = 0;
  /** The first parts of a step that has more of them, while a journal is brought back. */
  private unfinished: RowChange[] = [];

  /** `id` names one journal: another one never has the same. */
  constructor(
    private id: string = crypto.randomUUID(),
    private readonly mostChanges = mostJournaledChanges,
  ) {
    super();
  }

  get journalId(): string {
    return this.id;
  }

  get partCount(): number {
    return this.parts.length;
  }

  /** Cells changed and rows decided about, as they stand now. */
  get resultCount(): number {
    let cells = 0;
    for (const edit of [...this.edits.values(), ...this.workEdits.values()])
      cells += Object.keys(edit).length;
    return cells + this.leftOut.size + this.takenIn.size;
  }

  override apply(sentence: string, changes: readonly RowChange[]): void {
    super.apply(sentence, changes);
    this.write({ kind: 'step', sentence, changes });
  }

  override undo(): string | null {
    const sentence = super.undo();
    if (sentence !== null) this.write({ kind: 'undo' });
    return sentence;
  }

  override redo(): string | null {
    const sentence = super.redo();
    if (sentence !== null) this.write({ kind: 'redo' });
    return sentence;
  }

  override forgetFields(fields: readonly EditedField[]): void {
    super.forgetFields(fields);
    if (fields.length > 0) this.write({ kind: 'forget', fields });
  }

  /** Begins with changes that cannot be taken back: nobody has made them here. */
  begin(changes: readonly RowChange[]): void {
    if (changes.length === 0) return;
    this.putResult(changes);
    this.changeCount += changes.length;
    this.parts.push(...toJournalParts({ kind: 'result', changes }));
  }

  /** Parts from `fromPart` on as text, together about `length` characters at most, but always one. None after the last. */
  readParts(fromPart: number, count: number, length: number): string[] {
    const texts: string[] = [];
    let total = 0;
    for (const part of this.parts.slice(fromPart, fromPart + count)) {
      const text = JSON.stringify(part);
      total += text.length;
      if (texts.length > 0 && total > length) break;
      texts.push(text);
    }
    return texts;
  }

  /** Makes the changes of a part of this journal again, in their order. @throws Error where it cannot be read. */
  replay(text: string): void {
    const part = parseJournalPart(text);
    this.parts.push(part);
    switch (part.kind) {
      case 'step': {
        this.unfinished.push(...part.changes);
        this.changeCount += part.changes.length;
        if (part.hasMore) return;
        super.apply(part.sentence, this.unfinished);
        this.unfinished = [];
        return;
      }
      case 'undo':
        super.undo();
        return;
      case 'redo':
        super.redo();
        return;
      case 'forget':
        super.forgetFields(part.fields);
        return;
      case 'result':
        this.changeCount += part.changes.length;
        this.putResult(part.changes);
    }
  }

  private write(entry: JournalEntry): void {
    const parts = toJournalParts(entry);
    this.parts.push(...parts);
    if (entry.kind === 'step') this.changeCount += entry.changes.length;
    if (this.changeCount > this.mostChanges && this.changeCount > 2 * this.resultCount) this.beginAnew();
  }

  /** A new journal that holds the result alone: a draft brought back from it cannot undo what was done before. */
  private beginAnew(): void {
    const changes = this.result();
    this.id = crypto.randomUUID();
    this.changeCount = changes.length;
    this.parts = toJournalParts({ kind: 'result', changes });
  }

  private result(): RowChange[] {
    const changes: RowChange[] = [];
    for (const [rowNumber, edit] of [...this.edits, ...this.workEdits])
      for (const [field, value] of Object.entries(edit) as [EditedField, string | null][])
        changes.push({ kind: 'value', rowNumber, field, value });
    for (const rowNumber of this.leftOut)
      changes.push({ kind: 'decision', rowNumber, decision: 'leave-out' });
    for (const rowNumber of this.takenIn) changes.push({ kind: 'decision', rowNumber, decision: 'take-in' });
    return changes;
  }

  private putResult(changes: readonly RowChange[]): void {
    for (const change of changes) {
      if (change.kind === 'value') this.putValue(change.rowNumber, change.field, change.value);
      else if (change.decision === 'leave-out') this.leftOut.add(change.rowNumber);
      else if (change.decision === 'take-in') this.takenIn.add(change.rowNumber);
    }
  }
}
