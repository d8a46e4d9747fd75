import { type RawBuilder, sql } from 'kysely'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { Age } from '../types.ts'

/** Who has a budget on a day, as the module that knows tells it: see `budgetsHeld` of `agreements`. */
export type BudgetsHeld = (day: PlainDate) => RawBuilder<unknown>

export type BirthdayAhead = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly name: string
  readonly born: PlainDate
  readonly age: Age
  readonly on: PlainDate
  readonly reference: string
  readonly childrensCare: boolean
  /** Somebody else than the young person holds the direct payment. */
  readonly heldByAnother: boolean
  readonly workerId: string | null
  readonly worker: string | null
  readonly told: number
}

/** So far ahead the list looks. */
const daysListed = 366

// Only who is between 13 and 18 has such a birthday ahead, so that most people are passed over by an index.
const ahead = (budgets: BudgetsHeld, day: PlainDate): RawBuilder<unknown> => sql`
  select p.id as person, p.organisation_id as organisation, p.full_name as name, p.born_on as born, a.age,
    consents.birthday(p.born_on, a.age) as "on", b.reference,
    b.pathway = 'childrens-continuing-care' as "childrensCare",
    coalesce(b.holder_kind in ('representative', 'nominee'), false) as "heldByAnother",
    b.worker_id as "workerId", w.name as worker,
    (select count(*)::int from consents.told t where t.person_id = p.id and t.age = a.age) as told
  from people.person_shown p
    join (${budgets(day)}) b on b.person_id = p.id
    cross join (values (14), (16), (17), (18)) a (age)
    left join access.actor_shown w on w.id = b.worker_id
  where p.died_on is null and p.born_on > ${day}::date - interval '18 years 2 days'
    and p.born_on < ${day}::date - interval '11 years'
    and (a.age in (16, 18) or b.pathway = 'childrens-continuing-care')
    and consents.birthday(p.born_on, a.age) > ${day}`

/** The birthdays of the coming year that change who decides, the next first. */
export const birthdaysAhead = (doing: Doing, budgets: BudgetsHeld, page: number) =>
  onePage<BirthdayAhead, { readonly count: number }>(doing, {
    kept: sql`kept as (select * from (${ahead(budgets, doing.today)}) b
      where b."on" <= ${addDays(doing.today, daysListed)})`,
    told: sql`count(*)::int as count`,
    order: sql`"on", name, person, age`,
    page,
  })

/** People of the list after one, in the order of their ids, so many at once: for the work of a night. */
export async function nextToTell(
  doing: Doing,
  budgets: BudgetsHeld,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<readonly BirthdayAhead[]> {
  const { rows } = await sql<BirthdayAhead>`with b as (${ahead(budgets, doing.today)}),
    next as (select distinct person from b where person > ${after} order by person limit ${most})
    select b.* from b join next using (person)
    where b."on" <= ${addDays(doing.today, 2 * daysListed)} order by person, age`.execute(doing.transaction)
  return rows
}

/** The birthdays ahead of one person, with what the module that knows tells of the budget. */
export async function birthdaysOf(
  doing: Doing,
  budgets: BudgetsHeld,
  person: PersonId,
): Promise<readonly BirthdayAhead[]> {
  const { rows } = await sql<BirthdayAhead>`select * from (${ahead(budgets, doing.today)}) b
    where person = ${person} order by age`.execute(doing.transaction)
  return rows
}

export type Told = {
  readonly age: Age
  readonly kind: 'the-person' | 'parent' | 'case-worker'
  readonly name: string
  readonly on: PlainDate
}

/** Who was told of a person's birthdays, and when. */
export async function toldOf(doing: Doing, person: PersonId): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`select age, kind, name, told_on as "on" from consents.told
    where person_id = ${person} order by age, told_on, kind desc, name`.execute(doing.transaction)
  return rows
}
