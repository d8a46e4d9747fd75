import { sql } from 'kysely'
import { linkPerson, lookAgain, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays } from '../../kernel/days.ts'
import {
  addPerson,
  daysToTakeUp,
  hashOfWord,
  newWord,
  type OrganisationId,
  type PersonId,
} from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { EngagementId } from '../types.ts'
import { type JobProblem, jobToChange, rowOf } from './change-terms.ts'

/**
 * Gives the word by which the assistant says who they are when they sign in: shown once, good for 30 days
 * and one use. Refuses whoever is not the employer, and a job whose assistant signs in already.
 */
export async function inviteAssistant(
  doing: Doing,
  engagement: EngagementId,
): Promise<Done<string, JobProblem | 'signs-in-already'>> {
  const found = await jobToChange(doing, engagement, 'invite-assistant')
  if (!found.done) return found
  const job = found.value
  if (job.assistantPerson !== null) return refused('signs-in-already')
  const word = newWord()
  const { made_on: _, ...row } = rowOf(doing, job)
  await here(doing)
    .db.insertInto('employment.invitation')
    .values({
      ...row,
      word_hash: hashOfWord(word),
      until_on: addDays(doing.today, daysToTakeUp),
      used_at: null,
    })
    .execute()
  return done(word)
}

type Taken = { readonly engagement: EngagementId }

/**
 * Takes up a word: the one who asks is the assistant of that job from now on. Who is nobody here yet is
 * written down by the name of their account. Refuses a word that is wrong, used or too old, and the employed
 * person's own.
 */
export async function takeUpJob(doing: Doing, word: string): Promise<Done<Taken, 'word-not-known'>> {
  const hash = hashOfWord(word)
  const { rows: known } = await sql<{ organisation: OrganisationId | null }>`
    select employment.word_of(${hash}) as organisation`.execute(doing.transaction)
  const organisation = known[0]?.organisation
  if (!organisation) return refused('word-not-known')
  const me = await asPerson(doing, organisation)
  if (me === null) return refused('word-not-known')
  const { rows } = await sql<{ engagement_id: EngagementId; organisation_id: OrganisationId }>`
    select engagement_id, organisation_id from employment.take_up(${hash})`.execute(doing.transaction)
  const [taken] = rows
  if (taken === undefined) return refused('word-not-known')
  await lookAgain(doing)
  await record(doing, {
    happened: 'assistant-signs-in',
    organisation: taken.organisation_id,
    person: me,
    to: taken.engagement_id,
  })
  return done({ engagement: taken.engagement_id })
}

async function asPerson(doing: Doing, organisation: OrganisationId): Promise<PersonId | null> {
  if (doing.actor.person !== null) return doing.actor.person
  if (doing.actor.id === null || doing.actor.roles.length > 0) return null
  const added = await addPerson(doing, { organisation, fullName: doing.actor.name })
  if (!added.done) return null
  const linked = await linkPerson(doing, added.value)
  return linked.done ? added.value : null
}
