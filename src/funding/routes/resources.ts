import { mayFor, type Route } from '../../access/public.ts'
import { nothing, type Pence, plus, timesRoundedHalfUp } from '../../kernel/money.ts'
import { heldOn, type Strand } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, notAllowed, type Typed } from '../../platform/route.ts'
import { join } from '../actions/join.ts'
import { joiningForm } from '../forms-joining.ts'
import { joiningPage, resourcesPage } from '../pages/resources.tsx'
import { joiningNow } from '../queries/joining.ts'
import { councilPart, personPays } from '../queries/person-pays.ts'
import { type JoiningProblem, joiningSays } from '../rules/joining.ts'
import { bodyNames, type Funded, linesToSplit } from '../showing.ts'
import { inBudget, nothingWrong, type Wrong } from './sharing.ts'

type Total = { readonly strand: Strand; readonly body_id: OrganisationId; readonly weekly: Pence }

const daysOfYear = 365n

/**
 * Each part with its body; all of it the board’s where nobody shares. A year is 365 days of a seventh of the
 * week (K8), rounded once.
 */
async function partsOf(doing: Doing, { splits, lead, reference }: Funded) {
  const held = heldOn(splits, doing.today)
  const lines = held === null ? await linesToSplit(doing, reference, doing.today) : []
  const alone = lines.map(({ weekly }) => ({ strand: 'health' as Strand, body_id: lead, weekly }))
  const totals: readonly Total[] = held?.totals ?? alone
  const names = await bodyNames(doing, [lead, ...totals.map(({ body_id }) => body_id)])
  const parts = [...Map.groupBy(totals, ({ strand }) => strand)].map(([strand, of]) => {
    const weekly = plus(nothing, ...of.map(one => one.weekly))
    return {
      strand,
      body: names.get(of[0]?.body_id as OrganisationId) ?? '',
      weekly,
      yearly: timesRoundedHalfUp(weekly, daysOfYear, 7n),
    }
  })
  return { parts, names }
}

async function show(doing: Doing, funded: Funded): Promise<Answer> {
  const { reference, strip, person, lead } = funded
  const { parts } = await partsOf(doing, funded)
  const joined = await joiningNow(doing, reference)
  const social = parts.find(({ strand }) => strand === 'social-care')?.weekly ?? null
  return resourcesPage({
    reference,
    person: strip,
    personId: person,
    today: doing.today,
    parts,
    council: councilPart(social, await personPays(doing, reference)),
    joined: joined && {
      ...joined,
      lead: (await bodyNames(doing, [joined.lead])).get(joined.lead) ?? '',
    },
    mayJoin: parts.length > 1 && mayFor(doing, 'funding.share-out', lead),
  })
}

const bodiesOf = async (doing: Doing, funded: Funded) =>
  [...(await partsOf(doing, funded)).names].map(([value, label]) => ({ value: String(value), label }))

async function showForm(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Promise<Answer> {
  const { reference, strip: person } = funded
  return joiningPage({ reference, person, bodies: await bodiesOf(doing, funded), ...wrong })
}

const fieldOf: Readonly<Record<JoiningProblem, string>> = {
  'nobody-else-carries': 'lead',
  'lead-carries-nothing': 'lead',
  'pool-without-agreement': 'under',
  'before-the-shares': 'from-day',
}

async function write(doing: Doing, funded: Funded, typed: Typed): Promise<Answer> {
  const again = (errors: Wrong['errors']) => showForm(doing, funded, { typed, errors })
  const known = (await bodiesOf(doing, funded)).map(({ value }) => value)
  const read = joiningForm(doing.today, known).read(typed)
  if (!read.ok) return again(read.errors)
  const { lead, ...rest } = read.value
  const joined = await join(doing, funded, { ...rest, lead: lead as OrganisationId })
  if (joined.done) return `/funding/${funded.reference}/resources`
  const problems = joined.because.filter(one => one !== 'not-allowed')
  if (problems.length === 0) return notAllowed
  return again(problems.map(one => ({ field: fieldOf[one], says: joiningSays[one] })))
}

/** One plan, several funders: the statement of resources, and who leads. */
export const resourcesRoutes: readonly Route[] = [
  {
    at: 'GET /funding/:reference/resources',
    allow: 'funding.read',
    handle: (doing, asked) => inBudget(doing, asked, funded => show(doing, funded)),
  },
  {
    at: 'GET /funding/:reference/joining',
    allow: 'funding.share-out',
    handle: (doing, asked) => inBudget(doing, asked, funded => showForm(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/joining',
    allow: 'funding.share-out',
    handle: (doing, asked) => inBudget(doing, asked, funded => write(doing, funded, asked.form)),
  },
]
