import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import {
  type LegalBasis,
  type PersonId,
  type PersonShown,
  type RelationshipId,
  relate,
  revoke,
} from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { actingFor } from '../queries/person.ts'
import { type Problem, whyNotEnd } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { EvidenceId } from '../types.ts'
import { locked, notedBy, recordOf, whoseOf } from './changing.ts'

export type NewPaper = {
  /** A relationship that is known, or somebody who is written down with this paper. */
  readonly who:
    | { readonly relationship: string }
    | {
        readonly name: string
        readonly basis: LegalBasis
        readonly from: PlainDate
        readonly until: PlainDate | null
      }
  readonly registered: string
  readonly scope: string
  readonly seenOn: PlainDate
  readonly seenBy: string
  readonly file: SentFile | null
}

async function relationshipOf(
  doing: Doing,
  person: PersonId,
  who: NewPaper['who'],
): Promise<Done<string, Problem>> {
  if ('relationship' in who) {
    const known = (await actingFor(doing, person)).find(one => one.id === who.relationship)
    if (known === undefined || known.kind === 'nominee') return refused('no-such-person')
    return done(known.id)
  }
  if (who.until !== null && who.until < who.from) return refused('ends-before-it-begins')
  const related = await relate(doing, {
    person,
    other: { name: who.name },
    kind: 'representative',
    basis: who.basis,
    from: who.from,
    until: who.until,
    agreedOn: who.from,
  })
  if (related.done) return done(related.value)
  const [because] = related.because
  return refused(
    because === 'parent-of-somebody-of-16-or-over' ? 'parent-of-somebody-of-16' : 'no-such-person',
  )
}

/**
 * Keeps the paper on which somebody's power rests: who saw it on which day, where it is registered, what it
 * lets decide. Who acts stays a relationship of `people`, made here where it was not known.
 */
export async function keepPaper(
  doing: Doing,
  { person: id, ...paper }: NewPaper & { readonly person: PersonId },
): Promise<Done<null, Problem>> {
  const person = await locked(doing, id, 'consents.assess')
  if (person === null) return refused('not-allowed')
  if (paper.seenOn > doing.today) return refused('in-the-future')
  const relationship = await relationshipOf(doing, id, paper.who)
  if (!relationship.done) return relationship
  const evidence: EvidenceId = newId()
  await here(doing)
    .db.insertInto('consents.evidence')
    .values({
      id: evidence,
      ...whoseOf(person),
      relationship_id: relationship.value,
      registered: paper.registered,
      scope: paper.scope,
      seen_on: paper.seenOn,
      seen_by: paper.seenBy,
      file_id: await fileOf(doing, person, paper.file),
      ...notedBy(doing),
    })
    .execute()
  await recordOf(doing, person, {
    happened: 'authority-seen',
    to: relationship.value,
    details: { seenOn: paper.seenOn },
  })
  return done(null)
}

const fileOf = async (doing: Doing, { id, organisation }: PersonShown, file: SentFile | null) =>
  file === null ? null : keepFile(doing, { organisation, person: id }, file)

/** Ends somebody's power to act, at once, with what they were let see by it. What they did before stands. */
export async function endAuthority(
  doing: Doing,
  { person: id, relationship, because }: { person: PersonId; relationship: string; because: string },
): Promise<Done<null, Problem>> {
  const person = await locked(doing, id, 'consents.assess')
  if (person === null) return refused('not-allowed')
  const one = (await actingFor(doing, id)).find(known => known.id === relationship) ?? null
  const problems = whyNotEnd(one, doing.today)
  if (problems.length > 0) return refused(...problems)
  await revoke(doing, relationship as RelationshipId)
  await recordOf(doing, person, { happened: 'authority-ended', to: relationship, because })
  return done(null)
}
