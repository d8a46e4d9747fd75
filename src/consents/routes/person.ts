import { isStaff, look, mayFor, type Permission, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { decidings } from '../../rights/public.ts'
import { answerSharing } from '../actions/share.ts'
import { shareForm } from '../forms.ts'
import { sharingPage } from '../pages/sharing.tsx'
import { whoPage } from '../pages/who.tsx'
import { type BudgetsHeld, birthdaysOf, toldOf } from '../queries/birthdays.ts'
import { permissionsOf } from '../queries/person.ts'
import { answersOf, linesOf } from '../queries/sharing.ts'
import { nextBirthday } from '../rules/birthdays.ts'
import { followsOn } from '../rules/follows.ts'
import { decidesOn } from '../rules/who-decides.ts'
import { type Problem, problemSays } from '../rules/why-not.ts'
import { type Seen, seen } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  found: 'What was found is saved. No payment has changed.',
  decided: 'What was decided is saved.',
  paper: 'The paper is kept.',
  ended: 'This person acts no more, and sees nothing by it any more.',
  permitted: 'The permission is saved.',
  'permission-ended': 'The permission has a last day now.',
  given: 'It is saved: this may be shared.',
  refused: 'It is saved: this is not shared.',
  withdrawn: 'It is saved: sharing has stopped, at this moment. What was done before stands.',
}

const mayThere = (doing: Doing, { person }: Seen, allow: Permission): boolean =>
  isStaff(doing.actor) && mayFor(doing, allow, person.organisation)

async function who(doing: Doing, asked: Asked, budgets: BudgetsHeld): Promise<Answer> {
  const of = await seen(doing, asked, 'who-decides')
  if (of === null) return notFound
  const { person, facts, staff, own, strip } = of
  const [ahead] = await birthdaysOf(doing, budgets, person.id)
  const budget = ahead ?? { childrensCare: false, heldByAnother: false }
  return whoPage({
    id: person.id,
    name: person.preferredName ?? person.fullName,
    strip: strip.person,
    own,
    staff,
    may: {
      assess: mayThere(doing, of, 'consents.assess'),
      permit: mayThere(doing, of, 'consents.permit'),
    },
    decides: decidings.map(decision => decidesOn(facts, decision, doing.today)),
    found: facts.found,
    acting: facts.acting,
    follows: followsOn(facts, doing.today),
    permissions: await permissionsOf(doing, person.id),
    next: nextBirthday(person.bornOn, budget, doing.today),
    told: await toldOf(doing, person.id),
    done: doneSays[one(asked.query, 'done')],
  })
}

type Wrong = { readonly asked: Asked; readonly errors: readonly FieldError[] }

async function sharing(doing: Doing, of: Seen, { asked, errors }: Wrong): Promise<Answer> {
  const { person, facts, own, staff, strip } = of
  const decides = decidesOn(facts, 'share-information', doing.today)
  const theirs = decides.acting.some(({ otherPerson }) => otherPerson === doing.actor.person)
  const decider = decides.who === 'the-person' ? person.fullName : (decides.acting[0]?.name ?? null)
  return sharingPage({
    id: person.id,
    strip: strip.person,
    staff,
    decider,
    own: own || (!staff && theirs),
    mayAnswer: staff
      ? mayThere(doing, of, 'consents.share')
      : decides.who === 'the-person'
        ? own
        : decides.who === 'representative' && theirs,
    lines: await linesOf(doing, person.id),
    answered: await answersOf(doing, person.id),
    today: doing.today,
    typed: errors.length > 0 ? asked.form : {},
    errors,
    done: errors.length > 0 ? undefined : doneSays[one(asked.query, 'done')],
  })
}

const fieldOf: Readonly<Partial<Record<Problem, string>>> = {
  'no-such-council': 'body',
  'ends-before-it-begins': 'until-day',
  'stands-already': 'answer',
  'nothing-to-withdraw': 'answer',
}

async function share(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'sharing')
  if (of === null) return notFound
  const read = shareForm(doing.today).read(asked.form)
  if (!read.ok) return sharing(doing, of, { asked, errors: read.errors })
  const answered = await answerSharing(doing, { person: of.person.id, ...read.value })
  if (answered.done) return `/consents/${of.person.id}/sharing?done=${read.value.answer}`
  if (answered.because.includes('not-allowed')) return notAllowed
  const errors = answered.because.map(because => ({
    field: fieldOf[because] ?? 'purpose',
    says: problemSays[because],
  }))
  return sharing(doing, of, { asked, errors })
}

/** A copy of a paper, as an attachment: for those who see the whole record, with the look written down. */
async function paper(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await seen(doing, asked, 'who-decides')
  const which = readId<'evidence of authority'>(asked.at['which'] ?? '')
  const kept = of?.facts.acting.flatMap(({ papers }) => papers).find(({ id }) => id === which)
  const file = readId<'file'>(kept?.file ?? '')
  if (of === null || file === null) return notFound
  await look(doing, {
    page: 'paper-of-authority',
    organisation: of.person.organisation,
    person: of.person.id,
  })
  return (await openFile(doing, file)) ?? notFound
}

/** The pages of one person: who decides, what is shared, the copies of papers. */
export const personRoutes = (budgets: BudgetsHeld): readonly Route[] => [
  {
    at: 'GET /consents/:person',
    allow: 'consents.read',
    handle: (doing, asked) => who(doing, asked, budgets),
  },
  {
    at: 'GET /consents/:person/sharing',
    allow: 'consents.read',
    handle: async (doing, asked) => {
      const of = await seen(doing, asked, 'sharing')
      return of === null ? notFound : sharing(doing, of, { asked, errors: [] })
    },
  },
  { at: 'POST /consents/:person/sharing', allow: 'consents.share', handle: share },
  { at: 'GET /consents/:person/papers/:which', allow: 'consents.read', handle: paper },
]
