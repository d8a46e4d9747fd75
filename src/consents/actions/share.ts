import { endSight, isStaff, letSee, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId, PersonId, PersonShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { whoFactsOf } from '../queries/person.ts'
import { answersOf, councilNamed, councilSights, lineOf } from '../queries/sharing.ts'
import { type Decides, decidesOn } from '../rules/who-decides.ts'
import { type NewShare, type Problem, whyNotShare } from '../rules/why-not.ts'
import { type AsWho, here } from '../tables.ts'
import type { SharingId } from '../types.ts'
import { locked, notedBy, recordOf, whoseOf } from './changing.ts'

export type Sharing = NewShare & {
  readonly person: PersonId
  /** Who said so, where staff write it down for them; the one who decides where it is left out. */
  readonly by?: string | null
}

/**
 * Gives, refuses or takes back consent to share with one body for one purpose. What officers of a council
 * see of the plan begins with it and ends with it, in this transaction; what was done before stands.
 * Refuses with every reason of `whyNotShare`.
 */
export async function answerSharing(doing: Doing, asked: Sharing): Promise<Done<null, Problem>> {
  const person = await locked(doing, asked.person, 'consents.share')
  if (person === null) return refused('not-allowed')
  const unheard = await whyNotOnBehalf(doing, person.id, 'sign')
  if (unheard.length > 0) {
    await recordRefused(doing, {
      happened: 'sharing-answered',
      organisation: person.organisation,
      person: person.id,
      because: unheard.join(' '),
    })
    return refused('caller-may-not-do-this')
  }
  const decides = decidesOn(await whoFactsOf(doing, person), 'share-information', doing.today)
  const council = asked.purpose === 'joint-plan' ? await councilNamed(doing, asked.body) : null
  const stands = await lineOf(doing, person.id, asked)
  const problems = whyNotShare(asked, {
    decides,
    today: doing.today,
    staff: isStaff(doing.actor) || doing.actor.id === null,
    asker: doing.actor.person,
    isThePerson: doing.actor.person === person.id,
    councilKnown: council !== null,
    stands,
    seesNow: stands.seesNow,
  })
  if (problems.length > 0) return refused(...problems)
  const id = await write(doing, person, { asked: { ...asked, body: stands.body }, decides, council })
  await sightFollows(doing, person, { asked, council, id })
  await recordOf(doing, person, {
    happened: `sharing-${asked.answer}`,
    to: id,
    details: { purpose: asked.purpose, from: asked.from, until: asked.until },
  })
  return done(null)
}

type Written = { readonly asked: Sharing; readonly decides: Decides; readonly council: OrganisationId | null }

const asWho = ({ who, able }: Decides): AsWho =>
  who === 'the-person' ? 'the-person' : able === 'child' ? 'parent' : 'representative'

const sayer = (doing: Doing, person: PersonShown, { asked, decides }: Written): string => {
  if (!isStaff(doing.actor) && doing.actor.id !== null) return doing.actor.name
  const named = asked.by?.trim() ?? ''
  if (named !== '') return named
  return decides.who === 'the-person' ? person.fullName : (decides.acting[0]?.name ?? doing.actor.name)
}

async function write(doing: Doing, person: PersonShown, written: Written): Promise<SharingId> {
  const { asked, decides, council } = written
  const id: SharingId = newId()
  const number = ((await answersOf(doing, person.id))[0]?.number ?? 0) + 1
  await here(doing)
    .db.insertInto('consents.sharing')
    .values({
      id,
      ...whoseOf(person),
      number,
      purpose: asked.purpose,
      body_id: council,
      body_name: asked.body,
      answer: asked.answer,
      from_on: asked.from,
      until_on: asked.answer === 'given' ? asked.until : null,
      by_name: sayer(doing, person, written),
      as_who: asWho(decides),
      on_behalf_of: doing.onBehalfOf,
      ...notedBy(doing),
      noted_at: doing.now,
    })
    .execute()
  return id
}

type Following = { readonly asked: Sharing; readonly council: OrganisationId | null; readonly id: SharingId }

/** What officers see rests on the newest answer alone. A name that a council's own share needs stays. */
async function sightFollows(doing: Doing, { id: person }: PersonShown, of: Following): Promise<void> {
  const { asked, council, id } = of
  if (asked.purpose !== 'joint-plan' || council === null) return
  const given = asked.answer === 'given'
  for (const sight of await councilSights(doing, person)) {
    if (sight.body !== council) continue
    // A consent for later leaves what is seen until then as it is.
    if (!given || (asked.from <= doing.today && sight.sees === 'plan'))
      await endSight(doing, { grant: sight.grant })
  }
  if (!given) return
  await letSee(
    doing,
    { organisation: council, role: 'council-officer' },
    {
      person,
      sees: 'plan',
      because: 'consent to share one plan with the council',
      subject: id,
      from: asked.from,
      until: asked.until,
    },
  )
}
