import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { seal } from '../../platform/secrets.ts'
import type { NeedAsked } from '../forms.ts'
import { personShown } from '../queries.ts'
import { here } from '../tables.ts'
import type { PersonId } from '../types.ts'
import type { Contact } from './add.ts'

type Refused = 'person-not-found' | 'death-in-the-future' | 'died-before-born'

/** Changes how somebody is reached. The record says that it changed, never from what to what. */
export async function changeContact(
  doing: Doing,
  of: { person: PersonId; preferredName: string | null; contact: Contact },
): Promise<Done<null, Refused>> {
  const person = await personShown(doing, of.person)
  const changed = await here(doing)
    .db.updateTable('people.person')
    .set({ contact: seal('contact', JSON.stringify(of.contact)), preferred_name: of.preferredName })
    .where('id', '=', of.person)
    .executeTakeFirst()
  if (!person || changed.numUpdatedRows === 0n) return refused('person-not-found')
  await record(doing, { happened: 'contact-changed', organisation: person.organisation, person: of.person })
  return done(null)
}

/**
 * Writes down what somebody needs to read, hear and be understood, asked today; an earlier answer is replaced
 * from today.
 */
export async function writeCommunication(
  doing: Doing,
  of: { person: PersonId; needs: readonly NeedAsked[] },
): Promise<Done<null, Refused>> {
  const person = await personShown(doing, of.person)
  const needs = of.needs.map(need => ({ ...need, from: doing.today, until: null }))
  const changed = await here(doing)
    .db.updateTable('people.person')
    .set({ communication: JSON.stringify({ askedOn: doing.today, needs }) })
    .where('id', '=', of.person)
    .executeTakeFirst()
  if (!person || changed.numUpdatedRows === 0n) return refused('person-not-found')
  await record(doing, {
    happened: 'communication-needs-written',
    organisation: person.organisation,
    person: of.person,
    details: { needs: of.needs.map(need => need.need) },
  })
  return done(null)
}

/**
 * Records a death. What follows (payments, notices, the estate) is other modules' business, and asks for this
 * day.
 */
export async function recordDeath(
  doing: Doing,
  of: { person: PersonId; on: PlainDate },
): Promise<Done<null, Refused>> {
  const person = await personShown(doing, of.person)
  if (!person) return refused('person-not-found')
  if (of.on > doing.today) return refused('death-in-the-future')
  if (person.bornOn !== null && of.on < person.bornOn) return refused('died-before-born')
  await here(doing)
    .db.updateTable('people.person')
    .set({ died_on: of.on })
    .where('id', '=', of.person)
    .execute()
  await record(doing, {
    happened: 'death-recorded',
    organisation: person.organisation,
    person: of.person,
    details: { on: of.on },
  })
  return done(null)
}
