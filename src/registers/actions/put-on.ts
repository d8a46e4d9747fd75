import { endSight, letSee, mayFor, record, sightOf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import { type OrganisationId, organisation, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { onListLetter } from '../letters.ts'
import { entryById, onListNow } from '../queries/entry.ts'
import { standInOn } from '../queries/stand-in.ts'
import { type Problem, thatAreSo, whyNotNow, whyNotYes, type Yes } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Entry, EntryId, Has } from '../types.ts'
import { change, lock, notedBy, ofEntry, recordOf } from './changing.ts'

type Consenting = Yes & {
  readonly givenOn: PlainDate
  /** Which other bodies may see it. */
  readonly bodies: readonly OrganisationId[]
}
export type NewEntry = Consenting & {
  readonly reference: string
  readonly has: Has
  readonly reason: string
}
type Whose = Pick<Entry, 'id' | 'organisation' | 'person'>

/** A named body sees the name by a grant that ends with the consent; what else it sees, the policies say. */
async function letBodiesSee(doing: Doing, entry: Whose, bodies: readonly OrganisationId[]): Promise<void> {
  await endSight(doing, { person: entry.person, subject: entry.id })
  for (const body of bodies) {
    const kind = (await organisation(doing, body))?.kind
    for (const role of kind === 'council'
      ? (['council-officer'] as const)
      : (['team-leader', 'head-of-service'] as const))
      await letSee(
        doing,
        { organisation: body, role },
        {
          person: entry.person,
          sees: 'name',
          because: 'named by the person for the list of people at risk of admission',
          subject: entry.id,
          from: doing.today,
        },
      )
  }
}

async function keepConsent(doing: Doing, entry: Whose, { number, ...yes }: Consenting & { number: number }) {
  const { db } = here(doing)
  const id = newId<'consent'>()
  const decided = yes.saidBy === 'best-interests'
  await db
    .insertInto('registers.consent')
    .values({
      id,
      ...ofEntry(entry),
      number,
      given_on: yes.givenOn,
      said_by: yes.saidBy,
      name: yes.name,
      about: decided ? yes.about : null,
      asked: decided ? yes.asked : null,
      noted_on: doing.today,
      ...notedBy(doing),
    })
    .execute()
  const bodies = [...new Set(yes.bodies)].filter(body => body !== entry.organisation)
  if (bodies.length > 0)
    await db
      .insertInto('registers.consent_body')
      .values(bodies.map(body_id => ({ consent_id: id, body_id, ...ofEntry(entry) })))
      .execute()
  await letBodiesSee(doing, entry, bodies)
}

async function whyNotSaid(doing: Doing, { person }: Pick<Entry, 'person'>, yes: Consenting) {
  const on = yes.givenOn
  const born = (await personShown(doing, person))?.bornOn ?? null
  return whyNotYes(yes, { born, on, standIn: await standInOn(doing, person, on) })
}

/** The case of an address, for who has it and may write on the list. */
export async function caseToAdd(doing: Doing, reference: string): Promise<Case | null> {
  const found = await caseOf(doing, reference)
  if (found === null || !mayFor(doing, 'registers.write', found.organisation)) return null
  return (await sightOf(doing, found)) === 'all' ? found : null
}

/** Puts somebody on the list, with their yes. Without one, see `countNotOn`. */
export async function putOn(doing: Doing, asked: NewEntry): Promise<Done<EntryId, Problem>> {
  const found = await caseToAdd(doing, asked.reference)
  if (found === null) return refused('not-allowed')
  await lock(doing, found.person)
  const already = (await onListNow(doing, found.person)) !== null
  const problems = [
    ...thatAreSo([[already, 'on-the-list-already']]),
    ...(await whyNotSaid(doing, found, asked)),
  ]
  if (problems.length > 0) return refused(...problems)
  const entry: Whose = { id: newId(), organisation: found.organisation, person: found.person }
  await here(doing)
    .db.insertInto('registers.entry')
    .values({
      id: entry.id,
      organisation_id: entry.organisation,
      person_id: entry.person,
      put_on: doing.today,
      has: asked.has,
      reason: asked.reason,
      put_by: doing.actor.id,
      put_by_name: doing.actor.name,
    })
    .execute()
  await keepConsent(doing, entry, { ...asked, number: 1 })
  await recordOf(doing, entry, { happened: 'register-put-on' })
  const whole = await entryById(doing, entry.id)
  if (whole !== null) await sendLetter(doing, await onListLetter(doing, whole))
  return done(entry.id)
}

export type NotOn = { readonly reference: string; readonly why: 'no-consent' | 'cannot-decide' }

/** Nobody said yes: nothing is kept but that it was so, with the month, and never of whom. */
export async function countNotOn(doing: Doing, { reference, why }: NotOn): Promise<Done<null>> {
  const found = await caseToAdd(doing, reference)
  if (found === null) return refused('not-allowed')
  const { organisation: body } = found
  await here(doing)
    .db.insertInto('registers.not_on')
    .values({ id: newId(), organisation_id: body, month: `${doing.today.slice(0, 7)}-01` as PlainDate, why })
    .execute()
  await record(doing, { happened: 'register-not-on', organisation: body, person: null })
  return done(null)
}

/** Notes a new yes: who may see it now. A body that the newest does not name sees nothing from then on. */
export const sayAgain = (doing: Doing, { entry, ...yes }: Consenting & { readonly entry: string }) =>
  change(doing, {
    entry,
    may: 'registers.write',
    happened: 'register-consent',
    details: { on: yes.givenOn },
    whyNot: async one => [...whyNotNow(one, yes.givenOn), ...(await whyNotSaid(doing, one, yes))],
    write: one => keepConsent(doing, one, { ...yes, number: one.consents.length + 1 }),
  })
