import type { Done } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Ctx } from '../tables.ts'
import type { Words } from '../types.ts'
import { type Draft, draftToWrite, type WriteProblem, type WrittenOn, write } from './write.ts'
import { costed, lineRow, type NewLine } from './write-line.ts'
import type { Details } from './write-words.ts'

export type Whole = WrittenOn & {
  /** The words that are to be; those left out stay. */
  readonly words?: Partial<Words>
  /** Arrangements of the draft as they are to be, by their keys; those left out stay. */
  readonly lines?: Readonly<Record<string, NewLine>>
  readonly details?: Details
}

/**
 * Writes many parts of a draft at once, as one change: what was written on paper together, or comes from
 * elsewhere.
 */
export async function writeWhole(doing: Doing, whole: Whole): Promise<Done<null, WriteProblem>> {
  const opened = await draftToWrite(doing, whole)
  if (!opened.done) return opened
  const draft = opened.value
  return write(doing, { draft, what: 'whole plan' }, async ({ db }) => {
    if (whole.words) await setWords(db, draft, { ...draft.words, ...whole.words })
    if (whole.lines) await setLines(db, draft, whole.lines)
    if (whole.details) await setDetails(db, draft, whole.details)
  })
}

const setWords = (db: Ctx['db'], draft: Draft, words: Words): Promise<unknown> =>
  db
    .updateTable('plans.words')
    .set({
      about_me: JSON.stringify(words.aboutMe),
      what_matters: words.whatMatters,
      outcomes: JSON.stringify(words.outcomes),
      risks: JSON.stringify(words.risks),
      contingency: words.contingency,
      crisis_contact: words.crisisContact,
      who_checks: words.whoChecks,
      safeguards: words.safeguards,
      training: words.training,
    })
    .where('version_id', '=', draft.id)
    .execute()

/** All lines of the draft anew, in their order: two statements, however many there are. */
async function setLines(db: Ctx['db'], draft: Draft, put: NonNullable<Whole['lines']>): Promise<void> {
  const lines = draft.lines.map(line => {
    const written = put[line.key]
    return written ? costed(line.key, written) : line
  })
  if (lines.length === 0) return
  await db.deleteFrom('plans.line').where('version_id', '=', draft.id).execute()
  await db
    .insertInto('plans.line')
    .values(lines.map((line, at) => lineRow(draft, line, at + 1)))
    .execute()
}

const setDetails = (db: Ctx['db'], draft: Draft, details: Details): Promise<unknown> =>
  db
    .updateTable('plans.version')
    .set({
      coordinator_name: details.coordinator.trim(),
      ...(details.coordinator.trim() === draft.coordinator ? {} : { coordinator_id: null }),
      first_review_on: details.firstReviewOn,
      notice_days: details.noticeDays,
    })
    .where('id', '=', draft.id)
    .execute()
