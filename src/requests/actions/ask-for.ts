import { endSight, letSee, linkPerson } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import { sendLetter } from '../../notices/public.ts'
import {
  addPerson,
  type LegalBasis,
  type NewPerson,
  type OrganisationId,
  type PersonId,
  personShown,
  relate,
} from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { receivedLetter } from '../letters/received.ts'
import { caseOf } from '../queries/case.ts'
import { tellRight } from '../rules/right.ts'
import type { AskerRelation } from '../say.ts'
import type { Case } from '../types.ts'
import { type AskProblem, ask, type NewRequest } from './ask.ts'

export type NewPersonAsked = Omit<NewPerson, 'organisation'>

/** A request for somebody who may not be written down yet, by somebody who may not be either. */
export type AskingFor = Omit<NewRequest, 'person' | 'organisation' | 'rightTold'> & {
  readonly organisation: OrganisationId
  readonly person: PersonId | NewPersonAsked
  readonly relation: AskerRelation
  readonly basis: LegalBasis | null
  /** How the asker can be reached, where they are not the person. */
  readonly asker: { readonly name: string; readonly contact?: NewPerson['contact'] }
}
export type AskForProblem =
  | AskProblem
  | 'parent-of-somebody-of-16-or-over'
  | 'representative-needs-a-basis'
  | 'somebody-else-already'

type By = 'themselves' | 'staff' | 'referrer'

/**
 * Asks for a budget: writes down the person, and the asker where they are new; names the asker as parent or
 * representative; tells the right; sends the letter that says what happens next. An NHS number that another
 * record
 * holds is left out and noted for staff, since whose it is may not be told.
 */
export async function askFor(doing: Doing, asking: AskingFor, by: By): Promise<Done<Case, AskForProblem>> {
  const asker = await askerOf(doing, asking, by)
  if (!asker.done) return asker
  const { doing: now, asker: askerPerson } = asker.value
  const { person, said } = await personOf(now, asking, { askerPerson, by })
  const bond = await bondOf(now, { asking, person, askerPerson })
  if (!bond.done) return bond
  const shown = await personShown(now, person)
  const right = tellRight({
    pathway: asking.pathway,
    born: shown?.bornOn ?? null,
    on: asking.receivedOn ?? now.today,
  })
  const onBehalf: Doing = by === 'staff' ? { ...now, onBehalfOf: askerPerson ?? person } : now
  const asked = await ask(onBehalf, {
    ...asking,
    person,
    rightTold: right,
    said: { ...asking.said, ...said },
  })
  if (!asked.done) return asked
  const one = await caseOf(onBehalf, asked.value.reference)
  if (one === null) throw new Error('a request that was just written cannot be seen')
  await sendLetter(onBehalf, await receivedLetter(onBehalf, one, right))
  if (by === 'referrer') await onlyTheName(onBehalf, one)
  return done(one)
}

type Asker = { readonly doing: Doing; readonly asker: PersonId | null }

/**
 * The person whom the asker is: themselves on line, a parent or representative who telephones, nobody else.
 */
async function askerOf(doing: Doing, asking: AskingFor, by: By): Promise<Done<Asker, AskForProblem>> {
  if (asking.relation === 'myself')
    return done({ doing, asker: by === 'themselves' ? doing.actor.person : null })
  if (by === 'themselves' && doing.actor.person !== null) return done({ doing, asker: doing.actor.person })
  if (asking.relation === 'professional' || asking.relation === 'other') return done({ doing, asker: null })
  const { organisation } = asking
  const contact = asking.asker.contact ? { contact: asking.asker.contact } : {}
  const added = await addPerson(doing, { organisation, fullName: asking.asker.name, ...contact })
  if (!added.done) throw new Error('a person without an NHS number is never refused')
  if (by !== 'themselves') return done({ doing, asker: added.value })
  const linked = await linkPerson(doing, added.value)
  return linked.done ? done({ doing: linked.value, asker: added.value }) : refused('somebody-else-already')
}

type Finding = { readonly askerPerson: PersonId | null; readonly by: By }

async function personOf(doing: Doing, asking: AskingFor, { by }: Finding) {
  if (typeof asking.person === 'string') return { person: asking.person, said: {} }
  const { organisation, person: typed } = asking
  const first = await addPerson(doing, { ...typed, organisation })
  const added = first.done ? first : await addPerson(doing, { ...typed, nhsNumber: null, organisation })
  if (!added.done) throw new Error('a person without an NHS number is never refused')
  const person = added.value
  if (by === 'themselves' && asking.relation === 'myself') await linkPerson(doing, person)
  else await seeIt(doing, person)
  return { person, said: first.done ? {} : { nhsNumberOnAnotherRecord: true } }
}

/** Whoever writes somebody down may see what they write, at least until it has found its case worker. */
async function seeIt(doing: Doing, person: PersonId): Promise<void> {
  if (doing.actor.id === null) return
  await letSee(
    doing,
    { actor: doing.actor.id },
    {
      person,
      sees: 'all',
      because: 'wrote the request down',
      subject: person,
      from: doing.today,
      until: doing.today,
    },
  )
}

type Bond = {
  readonly asking: AskingFor
  readonly person: PersonId
  readonly askerPerson: PersonId | null
}

async function bondOf(
  doing: Doing,
  { asking, person, askerPerson }: Bond,
): Promise<Done<null, AskForProblem>> {
  const { relation, basis, asker } = asking
  if (typeof asking.person === 'string' || askerPerson === null) return done(null)
  if (relation !== 'parent' && relation !== 'representative') return done(null)
  if (relation === 'representative' && basis === null) return refused('representative-needs-a-basis')
  const kind = relation
  const related = await relate(doing, {
    person,
    other: { person: askerPerson, name: asker.name },
    kind,
    ...(kind === 'parent' ? { basis: 'parental-responsibility' } : basis === null ? {} : { basis }),
    from: doing.today,
  })
  if (related.done) return done(null)
  const [problem] = related.because
  if (problem === 'person-not-found') throw new Error('a person who was just written cannot be seen')
  return refused(problem ?? 'representative-needs-a-basis')
}

/** A referrer sees afterwards that the case exists and how it stands, and nothing more. */
async function onlyTheName(doing: Doing, one: Case): Promise<void> {
  const { id } = doing.actor
  if (id === null) return
  await endSight(doing, { person: one.person, subject: one.person })
  await letSee(
    doing,
    { actor: id as Id<'actor'> },
    {
      person: one.person,
      sees: 'name',
      because: 'made the referral',
      subject: one.person,
      from: doing.today,
    },
  )
}
