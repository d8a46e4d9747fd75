import { mayFor, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { MaternityStage } from '../../rights/public.ts'
import { here } from '../tables.ts'
import type { Offering, Place } from '../types.ts'
import { notedBy, setBy } from './changing.ts'

type Body = { readonly organisation: OrganisationId }
type Set = Promise<Done<null, 'not-allowed'>>

async function setting(
  doing: Doing,
  { organisation }: Body,
  {
    details,
    write,
  }: { readonly details: Readonly<Record<string, unknown>>; readonly write: () => Promise<unknown> },
): Set {
  if (!mayFor(doing, 'maternity.set', organisation)) return refused('not-allowed')
  await write()
  await record(doing, { happened: 'setting-set', organisation, person: null, to: organisation, details })
  return done(null)
}

/** Says whom a body offers a budget from a day. The newest word for a day counts; nothing is overwritten. */
export const setOffering = (doing: Doing, { organisation, from, ...said }: Body & Offering): Set =>
  setting(
    doing,
    { organisation },
    {
      details: { name: 'maternity-offering', value: said.audience, from },
      write: () =>
        here(doing)
          .db.insertInto('maternity.offering')
          .values({ id: newId(), organisation_id: organisation, from_on: from, ...said, ...setBy(doing) })
          .execute(),
    },
  )

type Priced = Body & {
  readonly stage: MaternityStage
  readonly from: PlainDate
  readonly amount: Pence
  readonly because: string
}
/** Sets what a stage is worth here from a day. Budgets that are taken up keep the figures of their day. */
export const setPrice = (doing: Doing, { organisation, from, ...said }: Priced): Set =>
  setting(
    doing,
    { organisation },
    {
      details: { name: `maternity-price-${said.stage}`, value: String(said.amount), from },
      write: () =>
        here(doing)
          .db.insertInto('maternity.price')
          .values({ id: newId(), organisation_id: organisation, from_on: from, ...said, ...setBy(doing) })
          .execute(),
    },
  )

/** Writes down that a provider has a contract for a stage, and what is told of it. A newer one counts. */
export const setContract = (
  doing: Doing,
  { organisation, from, until, saidSource, openQuestions, ...said }: Body & Place,
): Set =>
  setting(
    doing,
    { organisation },
    {
      details: { name: `maternity-contract-${said.stage}`, value: said.key, from },
      write: () =>
        here(doing)
          .db.insertInto('maternity.contract')
          .values({
            id: newId(),
            organisation_id: organisation,
            from_on: from,
            until_on: until,
            said_source: saidSource,
            open_questions: openQuestions,
            ...said,
            ...setBy(doing),
          })
          .execute(),
    },
  )

type Area = Body & {
  readonly name: string
  readonly pioneer: boolean
  readonly from: PlainDate
  readonly bodies: readonly OrganisationId[]
}
/** Writes down an area with its bodies. Only the service founds one: each of its bodies decides alone. */
export async function addArea(doing: Doing, { organisation, bodies, from, ...said }: Area): Promise<void> {
  const { db } = here(doing)
  const id = newId<'maternity area'>()
  const row = { id, organisation_id: organisation, from_on: from, until_on: null, ...said }
  await db
    .insertInto('maternity.area')
    .values({ ...row, ...notedBy(doing) })
    .execute()
  const members = bodies.map(body => ({
    area_id: id,
    organisation_id: body,
    from_on: from,
    until_on: null,
  }))
  await db.insertInto('maternity.area_body').values(members).execute()
}
