import { sightOf } from '../../access/public.ts'
import { type PersonId, type PersonShown, personShown, relationshipsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { WhoFacts } from '../rules/who-decides.ts'
import { here } from '../tables.ts'
import type { Acting, Found, Paper, Permission } from '../types.ts'

/** A person whose whole record the one who asks sees; null for everybody else: it is not found. */
export async function wholly(doing: Doing, id: PersonId): Promise<PersonShown | null> {
  const person = await personShown(doing, id)
  if (person === null) return null
  if (doing.actor.id === null) return person
  const sight = await sightOf(doing, { person: id, organisation: person.organisation })
  return sight === 'all' ? person : null
}

/** What was found of every decision of a person, the oldest first. */
export async function findingsOf(doing: Doing, person: PersonId): Promise<readonly Found[]> {
  const rows = await here(doing)
    .db.selectFrom('consents.finding as f')
    .leftJoin('consents.best_interests as b', 'b.finding_id', 'f.id')
    .selectAll('f')
    .select(['b.on_day as decided_on', 'b.asked', 'b.decided', 'b.noted_by_name as decided_by'])
    .where('f.person_id', '=', person)
    .orderBy('f.on_day')
    .orderBy('f.number')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    decision: row.decision,
    found: row.found,
    on: row.on_day,
    assessor: row.assessor,
    because: row.because,
    helpTried: row.help_tried,
    reviewOn: row.review_on,
    notedBy: row.noted_by_name,
    bestInterests:
      row.decided_on === null
        ? null
        : {
            on: row.decided_on,
            asked: row.asked ?? '',
            decided: row.decided ?? '',
            notedBy: row.decided_by ?? '',
          },
  }))
}

const acts = ['parent', 'representative', 'nominee'] as const
type Acts = (typeof acts)[number]
const isActs = (kind: string): kind is Acts => acts.some(one => one === kind)

/** Who acts or acted for a person, as `people` keeps them, with the papers that were seen. */
export async function actingFor(doing: Doing, person: PersonId): Promise<readonly Acting[]> {
  const bonds = await relationshipsOf(doing, person)
  const papers = await here(doing)
    .db.selectFrom('consents.evidence')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('seen_on', 'desc')
    .orderBy('id')
    .execute()
  const paperOf = (row: (typeof papers)[number]): Paper => ({
    id: row.id,
    registered: row.registered,
    scope: row.scope,
    seenOn: row.seen_on,
    seenBy: row.seen_by,
    file: row.file_id,
  })
  return bonds.flatMap(bond =>
    isActs(bond.kind)
      ? [
          {
            id: bond.id,
            otherPerson: bond.other_person_id,
            name: bond.other_name,
            kind: bond.kind,
            basis: bond.basis,
            from: bond.from_on,
            until: bond.until_on,
            ended: bond.revoked_at !== null,
            named: {
              on: bond.named_on,
              agreedOn: bond.agreed_on,
              bodyAgreedOn: bond.body_agreed_on,
              withdrawnOn: bond.withdrawn_on,
            },
            papers: papers.filter(paper => paper.relationship_id === bond.id).map(paperOf),
          },
        ]
      : [],
  )
}

/** What is stored of a person, as the rules of who decides ask it. */
export const whoFactsOf = async (
  doing: Doing,
  { id, bornOn }: Pick<PersonShown, 'id' | 'bornOn'>,
): Promise<WhoFacts> => ({
  born: bornOn,
  found: await findingsOf(doing, id),
  acting: await actingFor(doing, id),
})

/** Who near to a person may be paid, or might, the newest first. */
export async function permissionsOf(doing: Doing, person: PersonId): Promise<readonly Permission[]> {
  const rows = await here(doing)
    .db.selectFrom('consents.permission_shown')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('permitted_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    relation: row.relation,
    sameHousehold: row.same_household,
    paidFor: row.paid_for,
    because: row.because,
    from: row.from_on,
    until: row.until_on,
    endedBecause: row.ended_because,
    by: row.permitted_by_name,
    on: row.permitted_on,
  }))
}
