import { endSight, letSee, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, earlier, type PlainDate, reachesAge } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { LegalBasis, OrganisationId, PersonId, RelationshipId, RelationshipKind } from '../types.ts'

export type NewRelationship = {
  readonly person: PersonId
  readonly other: {
    readonly person?: PersonId
    readonly organisation?: OrganisationId
    readonly name: string
  }
  readonly kind: RelationshipKind
  readonly basis?: LegalBasis
  readonly from: PlainDate
  readonly until?: PlainDate | null
  readonly namedOn?: PlainDate
  readonly agreedOn?: PlainDate | null
  readonly bodyAgreedOn?: PlainDate | null
  /**
   * A helper's limits: the parts they see (`balance`, `plan-lines`, ...) and what they do, with its limit.
   */
  readonly may?: {
    readonly sees: readonly string[]
    readonly does: readonly { readonly act: string; readonly upTo?: string }[]
  }
}

export type RelateProblem =
  | 'person-not-found'
  | 'representative-needs-a-basis'
  | 'parent-of-somebody-of-16-or-over'

/**
 * What somebody is let see by a relationship of a kind. A carer as such sees nothing; a parent of a child
 * sees all.
 */
const sightOf = ({ kind, may }: NewRelationship): 'all' | 'money' | 'plan' | null => {
  if (kind === 'parent' || kind === 'representative') return 'all'
  if (kind === 'nominee') return 'money'
  if (kind === 'carer') return null
  return may?.sees.includes('balance') ? 'money' : may?.sees.includes('plan-lines') ? 'plan' : null
}

/**
 * Writes down what somebody is to a person, and lets them see what follows from it. Parental responsibility
 * ends with
 * the day before the 16th birthday (SI 2013/1617 reg 2: a child is under 16).
 */
export async function relate(
  doing: Doing,
  one: NewRelationship,
): Promise<Done<RelationshipId, RelateProblem>> {
  const { db } = here(doing)
  const person = await db
    .selectFrom('people.person')
    .select(['organisation_id', 'born_on'])
    .where('id', '=', one.person)
    .executeTakeFirst()
  if (!person) return refused('person-not-found')
  if (one.kind === 'representative' && !one.basis) return refused('representative-needs-a-basis')
  const parental = one.kind === 'parent' || one.basis === 'parental-responsibility'
  const lastDayAsChild = parental && person.born_on ? addDays(reachesAge(person.born_on, 16), -1) : null
  if (lastDayAsChild !== null && lastDayAsChild < one.from) return refused('parent-of-somebody-of-16-or-over')
  const until =
    lastDayAsChild && one.until ? earlier(lastDayAsChild, one.until) : (lastDayAsChild ?? one.until ?? null)
  const id = newId<'relationship'>()
  await db
    .insertInto('people.relationship')
    .values({
      id,
      organisation_id: person.organisation_id,
      person_id: one.person,
      other_person_id: one.other.person ?? null,
      other_organisation_id: one.other.organisation ?? null,
      other_name: one.other.name,
      kind: one.kind,
      basis: one.basis ?? null,
      from_on: one.from,
      until_on: until,
      named_on: one.namedOn ?? null,
      agreed_on: one.agreedOn ?? null,
      body_agreed_on: one.bodyAgreedOn ?? null,
      withdrawn_on: null,
      may: JSON.stringify(one.may ?? {}),
      revoked_at: null,
      made_by: doing.actor.id,
    })
    .execute()
  await grantWhatFollows(doing, one, { id, until })
  await record(doing, {
    happened: `${one.kind}-named`,
    organisation: person.organisation_id,
    person: one.person,
    to: id,
  })
  return done(id)
}

async function grantWhatFollows(
  doing: Doing,
  one: NewRelationship,
  { id, until }: { id: RelationshipId; until: PlainDate | null },
): Promise<void> {
  const sees = sightOf(one)
  if (sees === null || !one.other.person) return
  await letSee(
    doing,
    { toPerson: one.other.person },
    {
      person: one.person,
      sees,
      from: one.from,
      until,
      subject: id,
      because: one.kind,
      may: one.may?.does.map(({ act, upTo }) => (upTo ? `${act} up to ${upTo}` : act)) ?? [],
    },
  )
}

/** Takes a relationship back at once. What was done by it before stands, and the record still names it. */
export async function revoke(
  doing: Doing,
  which: RelationshipId,
): Promise<Done<null, 'relationship-not-found'>> {
  const ended = await here(doing)
    .db.updateTable('people.relationship')
    .set({ revoked_at: doing.now })
    .where('id', '=', which)
    .where('revoked_at', 'is', null)
    .returning(['person_id', 'organisation_id'])
    .executeTakeFirst()
  if (!ended) return refused('relationship-not-found')
  await endSight(doing, { person: ended.person_id, subject: which })
  await record(doing, {
    happened: 'relationship-revoked',
    organisation: ended.organisation_id,
    person: ended.person_id,
    to: which,
  })
  return done(null)
}
