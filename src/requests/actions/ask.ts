import { sql } from 'kysely'
import { letSee, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId, newReference, type Reference } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { openThread } from '../../notices/public.ts'
import { type OrganisationId, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Pathway, ReachedBy, RequestId, Way } from '../types.ts'

export type NewRequest = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly pathway: Pathway
  readonly reachedBy: ReachedBy
  /** The day it was asked, where that was before it reached us; today unless said. */
  readonly askedOn?: PlainDate
  readonly receivedOn?: PlainDate
  readonly askedBy: { readonly name: string; readonly relation: string }
  /** What the budget is wanted for, in the asker's words. */
  readonly words: string
  readonly parts: readonly {
    readonly says: string
    readonly askedWay: Way | null
    readonly weekly?: Pence | null
  }[]
  /** Everything else that was said when asking, kept as it was given. */
  readonly said?: Readonly<Record<string, unknown>>
  /** The right that was told on the page, with its rules. */
  readonly rightTold?: unknown
}

export type AskProblem =
  | 'person-not-found'
  | 'person-has-died'
  | 'nothing-said'
  | 'no-parts'
  | 'too-many-parts'
  | 'received-in-the-future'
  | 'received-before-asked'
  | 'one-is-open'

export const mostParts = 12

/**
 * Writes a request down, gives it its reference, opens its conversation and puts it before the case workers
 * of its
 * ICB. Refuses a second one while the first for the same care is still open, and a request without a part.
 */
export async function ask(
  doing: Doing,
  asking: NewRequest,
): Promise<Done<{ readonly id: RequestId; readonly reference: Reference }, AskProblem>> {
  const days = { askedOn: asking.askedOn ?? doing.today, receivedOn: asking.receivedOn ?? doing.today }
  const problems = await whyNotAsk(doing, asking, days)
  if (problems.length > 0) return refused(...problems)
  const [id, reference] = [newId<'request'>(), await freeReference(doing)]
  await write(doing, { asking, id, reference, ...days })
  await openThread(doing, { reference, organisation: asking.organisation, person: asking.person })
  await letSee(
    doing,
    { organisation: asking.organisation, role: 'case-worker' },
    {
      person: asking.person,
      sees: 'all',
      because: 'waiting for a case worker',
      subject: id,
      from: doing.today,
    },
  )
  await record(doing, {
    happened: 'request-made',
    organisation: asking.organisation,
    person: asking.person,
    to: id,
    details: { reference, reachedBy: asking.reachedBy, pathway: asking.pathway },
  })
  return done({ id, reference })
}

type Days = { readonly askedOn: PlainDate; readonly receivedOn: PlainDate }

async function whyNotAsk(
  doing: Doing,
  asking: NewRequest,
  { askedOn, receivedOn }: Days,
): Promise<readonly AskProblem[]> {
  const person = await personShown(doing, asking.person)
  if (person === null) return ['person-not-found']
  const checks: readonly (readonly [boolean, AskProblem])[] = [
    [person.diedOn !== null, 'person-has-died'],
    [asking.words.trim() === '', 'nothing-said'],
    [asking.parts.length === 0, 'no-parts'],
    [asking.parts.length > mostParts, 'too-many-parts'],
    [receivedOn > doing.today, 'received-in-the-future'],
    [receivedOn < askedOn, 'received-before-asked'],
    [await oneIsOpen(doing, asking), 'one-is-open'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}

async function oneIsOpen(doing: Doing, { person, pathway }: NewRequest): Promise<boolean> {
  const open = await here(doing)
    .db.selectFrom('requests.request_shown')
    .select('id')
    .where('person_id', '=', person)
    .where('pathway', '=', pathway)
    .where('decided_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

type Writing = Days & {
  readonly asking: NewRequest
  readonly id: RequestId
  readonly reference: Reference
}

async function write(doing: Doing, { asking, id, reference, askedOn, receivedOn }: Writing): Promise<void> {
  const { db } = here(doing)
  const of = { organisation_id: asking.organisation, person_id: asking.person }
  await db
    .insertInto('requests.request')
    .values({
      id,
      reference,
      ...of,
      pathway: asking.pathway,
      asked_on: askedOn,
      received_on: receivedOn,
      reached_by: asking.reachedBy,
      asked_by: doing.actor.id,
      asked_by_name: asking.askedBy.name,
      asked_by_relation: asking.askedBy.relation,
      made_by: doing.actor.id,
      made_at: doing.now,
    })
    .execute()
  const said = JSON.stringify(asking.said ?? {})
  const right_told = asking.rightTold === undefined ? null : JSON.stringify(asking.rightTold)
  const words = asking.words.trim()
  await db
    .insertInto('requests.words')
    .values({ request_id: id, ...of, words, said, right_told })
    .execute()
  const parts = asking.parts.map(({ says, askedWay, weekly }, place) => ({
    id: newId<'part'>(),
    request_id: id,
    ...of,
    place: place + 1,
    says: says.trim(),
    asked_way: askedWay,
    weekly: weekly ?? null,
  }))
  await db.insertInto('requests.part').values(parts).execute()
}

/** A reference that no other case has: there are some 890 million, so two alike must be expected. */
export async function freeReference(doing: Doing, next: () => Reference = newReference): Promise<Reference> {
  for (;;) {
    const reference = next()
    const { rows } = await sql<{
      known: boolean
    }>`select requests.reference_known(${reference}) as known`.execute(doing.transaction)
    if (!rows[0]?.known) return reference
  }
}
