import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { caseOf } from '../queries/case.ts'
import type { EvidenceKind } from '../say.ts'
import { here } from '../tables.ts'

export type NewEvidence = {
  readonly reference: string
  readonly kind: EvidenceKind
  readonly datedOn: PlainDate
  readonly note: string
  readonly file?: SentFile | null
}
export type EvidenceProblem = 'case-not-found' | 'withdrawn' | 'dated-in-the-future' | 'nothing-said'

/** Puts what shows that somebody is eligible beside their request, with its day and perhaps its file. */
export async function addEvidence(
  doing: Doing,
  evidence: NewEvidence,
): Promise<Done<string, EvidenceProblem>> {
  const one = await caseOf(doing, evidence.reference)
  if (one === null) return refused('case-not-found')
  if (one.withdrawnOn !== null) return refused('withdrawn')
  if (evidence.datedOn > doing.today) return refused('dated-in-the-future')
  if (evidence.note.trim() === '') return refused('nothing-said')
  const id = newId<'evidence'>()
  await here(doing)
    .db.insertInto('requests.evidence')
    .values({
      id,
      request_id: one.request,
      organisation_id: one.organisation,
      person_id: one.person,
      kind: evidence.kind,
      dated_on: evidence.datedOn,
      note: evidence.note.trim(),
      file_id: evidence.file ? await keepFile(doing, one, evidence.file) : null,
      added_by: doing.actor.id,
      added_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'evidence-added',
    organisation: one.organisation,
    person: one.person,
    to: one.request,
    details: { evidence: id, kind: evidence.kind },
  })
  return done(id)
}
