import type { Done } from '../../kernel/answers.ts'
import type { LineKey } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Ctx } from '../tables.ts'
import type { Words } from '../types.ts'
import { type Draft, draftToWrite, type WriteProblem, type WrittenOn, write } from './write.ts'
import { columns, costed, type NewLine } from './write-line.ts'
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
    for (const [key, put] of Object.entries(whole.lines ?? {}))
      await db
        .updateTable('plans.line')
        .set(columns(costed(key as LineKey, put)))
        .where('version_id', '=', draft.id)
        .where('line_key', '=', key as LineKey)
        .execute()
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
