import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { negative, nothing } from '../../kernel/money.ts'
import { type Entry, entryByKey, type NewEntry, post, reverse } from '../../ledger/public.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Codes, disputePostings, settlementPostings } from '../rules/entries.ts'
import type { SettledAgain } from '../rules/settled.ts'
import { here } from '../tables.ts'
import type { CorrectionId } from '../types.ts'

export type Posting = Pick<NewEntry, 'because' | 'effectiveOn' | 'postings'>

type Asked = {
  readonly reference: Reference
  readonly lead: OrganisationId
  readonly person: PersonId
  readonly body: OrganisationId
  readonly codes: Codes
  readonly correction: CorrectionId
  readonly on: 'original-day' | 'correction-day'
}

/** The entry of a settlement as it stands: the first, or that of the correction that touched it last. */
async function standing(doing: Doing, dispute: SettledAgain['dispute']): Promise<Entry | null> {
  const last = await here(doing)
    .db.selectFrom('funding.settlement_again')
    .select('correction_id')
    .where('dispute_id', '=', dispute)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entryByKey(doing, `settlement:${dispute}${last === undefined ? '' : `:${last.correction_id}`}`)
}

/** The mirror of an entry, as it is posted: the same places, the other way round. */
export async function undo(
  doing: Doing,
  entry: Entry,
  { on, key, because: why }: Pick<Asked, 'on'> & { readonly key: string; readonly because: string },
): Promise<Posting | null> {
  const because = `${why}: ${entry.because}`.slice(0, 500)
  const undone = await reverse(doing, { entry: entry.id, on, key, because })
  if (!undone.done) return null
  const effectiveOn = on === 'original-day' ? entry.effectiveOn : doing.today
  const postings = entry.postings.map(({ account, pence }) => ({ account, pence: negative(pence) }))
  return { because, effectiveOn, postings }
}

/**
 * A settled dispute follows a correction of what was in it: its entry is undone, what had been moved into it
 * is taken out, and it is posted again with what is in dispute now. Its account comes to nought as before.
 */
export async function settleAgain(
  doing: Doing,
  asked: Asked,
  one: SettledAgain,
): Promise<Done<readonly Posting[], 'not-posted'>> {
  const { reference, codes, correction, on } = asked
  const [entry, base] = [await standing(doing, one.dispute), `settlement:${one.dispute}`]
  const because = 'Undone, what was in dispute changed'
  const undone =
    entry === null ? null : await undo(doing, entry, { on, key: `${base}:undo:${correction}`, because })
  if (entry !== null && undone === null) return refused('not-posted')
  await write(doing, asked, one)
  const effectiveOn = undone?.effectiveOn ?? doing.today
  const about = { effectiveOn, organisation: asked.lead, person: asked.person }
  const charged = { key: one.key, strand: one.strand, disputed: true }
  const back: NewEntry = {
    ...about,
    key: `dispute:${one.dispute}:back:${correction}`,
    because: 'Out of dispute again, for it is charged anew',
    postings: disputePostings(reference, codes, { ...charged, pence: negative(one.movedBack) }),
  }
  const again: NewEntry = {
    ...about,
    key: `${base}:${correction}`,
    because: 'Dispute settled, with what is in dispute now',
    postings: settlementPostings(reference, codes, {
      ...charged,
      pence: one.disputed,
      bodyPays: one.bodyPays,
    }),
  }
  const entries = [one.movedBack > nothing ? back : null, one.disputed > nothing ? again : null]
  const posted = entries.flatMap(next => next ?? [])
  if (posted.length > 0 && !(await post(doing, posted)).done) return refused('not-posted')
  return done([...(undone === null ? [] : [undone]), ...posted])
}

const write = (
  doing: Doing,
  { lead, person, body, correction }: Asked,
  { dispute, disputed, bodyPays }: SettledAgain,
) =>
  here(doing)
    .db.insertInto('funding.settlement_again')
    .values({
      id: newId(),
      dispute_id: dispute,
      correction_id: correction,
      organisation_id: lead,
      person_id: person,
      body_id: body,
      disputed,
      body_pence: bodyPays,
    })
    .execute()
