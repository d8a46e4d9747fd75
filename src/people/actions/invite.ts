import { sql } from 'kysely'
import { lookAgain, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { personShown } from '../queries.ts'
import { keepMay } from '../rules/helping.ts'
import { here } from '../tables.ts'
import type { May, PersonId } from '../types.ts'
import { daysToTakeUp, hashOfWord, newWord } from '../word.ts'
import { addPerson } from './add.ts'
import { relate } from './relate.ts'

export type NewHelper = {
  readonly person: PersonId
  readonly name: string
  readonly may: May
  readonly from: PlainDate
  readonly until: PlainDate
}

/**
 * Names a helper with limits and a last day, and gives the word by which they say who they are when they sign
 * in. The word
 * is shown once: `K7QM-2R4T-9WXB`. Refuses where the person may not be seen.
 */
export async function inviteHelper(
  doing: Doing,
  helper: NewHelper,
): Promise<Done<string, 'person-not-found'>> {
  const person = await personShown(doing, helper.person)
  if (!person) return refused('person-not-found')
  const added = await addPerson(doing, { organisation: person.organisation, fullName: helper.name })
  if (!added.done) return refused('person-not-found')
  const related = await relate(doing, {
    person: helper.person,
    other: { person: added.value, name: helper.name },
    kind: 'helper',
    from: helper.from,
    until: helper.until,
    may: keepMay(helper.may),
  })
  if (!related.done) return refused('person-not-found')
  const word = newWord()
  await here(doing)
    .db.insertInto('people.invitation')
    .values({
      word_hash: hashOfWord(word),
      organisation_id: person.organisation,
      person_id: helper.person,
      helper_id: added.value,
      made_by: doing.actor.id,
      until_on: addDays(doing.today, daysToTakeUp),
      used_at: null,
    })
    .execute()
  return done(word)
}

/**
 * Takes up an invitation by its word. Refuses a word that is wrong, used or too old, and somebody who is a
 * person here already.
 */
export async function takeUp(doing: Doing, word: string): Promise<Done<PersonId, 'word-not-known'>> {
  const { rows } = await sql<{
    person: PersonId | null
  }>`select people.take_up(${hashOfWord(word)}, ${doing.today}::date) as person`.execute(doing.transaction)
  const person = rows[0]?.person
  if (!person) return refused('word-not-known')
  await lookAgain(doing)
  await record(doing, { happened: 'invitation-taken-up', organisation: null, person })
  return done(person)
}
