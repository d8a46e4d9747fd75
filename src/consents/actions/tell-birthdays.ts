import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { sendLetter } from '../../notices/public.ts'
import {
  contactOf,
  figuresOver,
  type OrganisationId,
  type PersonId,
  relationshipsOf,
} from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask, type Job } from '../../platform/jobs.ts'
import { type Addressee, birthdayLetter } from '../letters.ts'
import { type BirthdayAhead, type BudgetsHeld, nextToTell } from '../queries/birthdays.ts'
import { type Figures, isTold, settingNames } from '../rules/figures.ts'
import { here } from '../tables.ts'
import { recordOf } from './changing.ts'

/** So many people in one transaction. */
const atOnce = 50

/** Whom a birthday is told: the young person, who has parental responsibility that day, the case worker. */
async function addresseesOf(doing: Doing, one: BirthdayAhead): Promise<readonly Addressee[]> {
  const bonds = await relationshipsOf(doing, one.person)
  const parents = bonds.filter(
    bond =>
      (bond.kind === 'parent' || bond.basis === 'parental-responsibility') &&
      bond.revoked_at === null &&
      bond.from_on <= doing.today,
  )
  const self: Addressee = { kind: 'the-person', key: 'the-person', name: one.name, person: one.person }
  const found = [
    self,
    ...parents.map(
      (bond): Addressee => ({
        kind: 'parent',
        key: `parent ${bond.other_person_id ?? bond.other_name.toLowerCase()}`,
        name: bond.other_name,
        person: bond.other_person_id,
      }),
    ),
    ...(one.workerId === null
      ? []
      : [
          {
            kind: 'case-worker',
            key: `worker ${one.workerId}`,
            name: one.worker ?? 'The case worker',
            person: null,
          } as const,
        ]),
  ]
  // Two bonds of one parent are one letter.
  return [...new Map(found.map(addressee => [addressee.key, addressee])).values()]
}

const toldBefore = async (doing: Doing, { person, age }: BirthdayAhead): Promise<ReadonlySet<string>> => {
  const rows = await here(doing)
    .db.selectFrom('consents.told')
    .select('addressee')
    .where('person_id', '=', person)
    .where('age', '=', age)
    .execute()
  return new Set(rows.map(({ addressee }) => addressee))
}

/** Tells one birthday to those who were not told of it yet: a letter each. Says how many. */
async function tellBirthday(doing: Doing, one: BirthdayAhead): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consents:${one.person}`}, 0))`.execute(
    doing.transaction,
  )
  const before = await toldBefore(doing, one)
  const missing = (await addresseesOf(doing, one)).filter(({ key }) => !before.has(key))
  for (const to of missing) {
    const contact = to.person === null ? null : await contactOf(doing, to.person)
    const { id } = await sendLetter(doing, await birthdayLetter(doing, one, { to, contact }))
    await here(doing)
      .db.insertInto('consents.told')
      .values({
        organisation_id: one.organisation,
        person_id: one.person,
        age: one.age,
        addressee: to.key,
        kind: to.kind,
        name: to.name,
        birthday: one.on,
        told_on: doing.today,
        notice_id: id,
      })
      .execute()
  }
  if (missing.length > 0)
    await recordOf(
      doing,
      { id: one.person, organisation: one.organisation },
      { happened: 'birthday-told-ahead', details: { age: one.age, on: one.on, letters: missing.length } },
    )
  return missing.length
}

type FiguresOfDay = (day: PlainDate) => Figures

/** Tells what is due of some people, in the order of their ids; answers the last one, or null at the end. */
export async function tellSome(
  doing: Doing,
  budgets: BudgetsHeld,
  after: string,
): Promise<{ readonly last: PersonId | null; readonly letters: number }> {
  const some = await nextToTell(doing, budgets, { after, most: atOnce })
  const figures = new Map<OrganisationId, FiguresOfDay>()
  let letters = 0
  for (const one of some) {
    const known = figures.get(one.organisation) ?? (await figuresOver(doing, one.organisation, settingNames))
    figures.set(one.organisation, known)
    if (isTold(known(doing.today), { age: one.age, birthday: one.on }, doing.today))
      letters += await tellBirthday(doing, one)
  }
  const people = new Set(some.map(({ person }) => person))
  return { last: people.size < atOnce ? null : (some.at(-1)?.person ?? null), letters }
}

/** Before every person's id. */
export const fromTheFirst = '00000000-0000-0000-0000-000000000000'

/** Every birthday that is due to be told; run twice, it sends nothing twice. Says how many letters went. */
export async function tellBirthdays(doing: Doing, budgets: BudgetsHeld): Promise<number> {
  let letters = 0
  for (let after: string | null = fromTheFirst; after !== null; ) {
    const told: Awaited<ReturnType<typeof tellSome>> = await tellSome(doing, budgets, after)
    letters += told.letters
    after = told.last
  }
  return letters
}

/** Every night: some people in a transaction, and again until everybody was looked at. */
export const birthdayJob = (budgets: BudgetsHeld): Job => ({
  name: 'tell-birthdays',
  every: '40 4 * * *',
  async run(doing, payload) {
    const after = typeof payload['after'] === 'string' ? payload['after'] : fromTheFirst
    const { last } = await tellSome(doing, budgets, after)
    if (last !== null)
      await ask(doing, { name: 'tell-birthdays', payload: { after: last }, key: `tell-birthdays ${last}` })
  },
})
