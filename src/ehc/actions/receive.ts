import { letSee, may, mayFor } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { addPerson, type OrganisationId, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { freeReference } from '../../requests/public.ts'
import { planOf, plansSeen } from '../queries/plans.ts'
import { isOpen, stageOf } from '../rules/stage.ts'
import { here } from '../tables.ts'
import type { PlanId } from '../types.ts'
import { notedBy, recordOf } from './changing.ts'

export type NewRequest = {
  readonly council: OrganisationId
  readonly health: OrganisationId
  /** Who is written down already, or the name and birthday of a child who is not. */
  readonly child: PersonId | { readonly name: string; readonly born: PlainDate }
  readonly receivedOn: PlainDate
  readonly askedByName: string
}
export const receiveSays = {
  'not-allowed': 'Your role cannot do this here',
  'in-the-future': 'This day cannot be in the future',
  'born-later': 'This day is before the child was born',
  'one-is-open': 'There is an EHC plan of this child at this council already',
} as const
export type ReceiveProblem = keyof typeof receiveSays

/** The council's officers see whose plan it is; case workers of the NHS body see it once advice is theirs. */
async function letBothSee(
  doing: Doing,
  { council, person, id }: { council: OrganisationId; person: PersonId; id: PlanId },
): Promise<void> {
  await letSee(
    doing,
    { organisation: council, role: 'council-officer' },
    {
      person,
      sees: 'name',
      because: 'the council has an EHC plan of this child',
      subject: id,
      from: doing.today,
    },
  )
}

/**
 * Writes down that a council got a request for an EHC assessment, gives it its reference and lets the
 * council's officers see it. Asked by an officer of that council, or by whoever sees the child's record.
 */
export async function receive(
  doing: Doing,
  asked: NewRequest,
): Promise<Done<{ readonly reference: Reference }, ReceiveProblem>> {
  const { council, health, child, receivedOn } = asked
  const staff = doing.actor.roles.length > 0
  const mayDo =
    may(doing, 'ehc.ask') && (!staff || mayFor(doing, 'ehc.write', council) || typeof child === 'string')
  if (!mayDo) return refused('not-allowed')
  if (receivedOn > doing.today) return refused('in-the-future')
  if (typeof child !== 'string' && child.born > receivedOn) return refused('born-later')
  const person = await personOf(doing, asked)
  const id: PlanId = newId()
  const reference = await freeReference(doing)
  await letBothSee(doing, { council, person, id })
  if (await openAt(doing, council, person)) return refused('one-is-open')
  await here(doing)
    .db.insertInto('ehc.plan')
    .values({
      id,
      reference,
      organisation_id: council,
      health_id: health,
      person_id: person,
      received_on: receivedOn,
      asked_by_name: asked.askedByName,
      ...notedBy(doing),
    })
    .execute()
  const plan = await planOf(doing, reference)
  if (plan === null) throw new Error('an EHC plan that was just written cannot be seen')
  await recordOf(doing, plan, { happened: 'ehc-received', details: { receivedOn } })
  return done({ reference })
}

async function personOf(doing: Doing, { child, health }: NewRequest): Promise<PersonId> {
  if (typeof child === 'string') return child
  const added = await addPerson(doing, { organisation: health, fullName: child.name, bornOn: child.born })
  if (!added.done) throw new Error('a child without a number was refused')
  return added.value
}

const openAt = async (doing: Doing, council: OrganisationId, person: PersonId): Promise<boolean> =>
  (await plansSeen(doing, person)).some(plan => plan.council === council && isOpen(stageOf(plan)))
