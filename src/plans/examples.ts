import { approvalLimits, setApprovalLimit } from '../access/public.ts'
import type { Done } from '../kernel/answers.ts'
import type { Id } from '../kernel/brand.ts'
import { addMonths, type PlainDate, plainDate } from '../kernel/days.ts'
import { newId, newReference, type Reference } from '../kernel/ids.ts'
import { pence, plainMoney, sayThousandths, type Thousandths } from '../kernel/money.ts'
import { keepSum, type LineKey, type SumId, showToFamily, writeSupport } from '../needs/public.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { aDecision, aRequest } from '../requests/examples.ts'
import { caseOf } from '../requests/public.ts'
import { draftPlan } from './actions/draft.ts'
import { handPlan } from './actions/hand.ts'
import { signOff } from './actions/sign-off.ts'
import { costed, type NewLine, writeLine } from './actions/write-line.ts'
import { writeAboutMe, writeDetails, writeOutcome, writeRisk, writeText } from './actions/write-words.ts'
import { planOf } from './queries/plan.ts'
import type { Line, Plan, VersionId, Words } from './types.ts'

/**
 * An arrangement as it is written; say only what matters to the test. Twelve hours a week at £14.50 by
 * default.
 */
export const aNewLine = (say: Partial<NewLine> = {}): NewLine => ({
  says: 'Assistant in the mornings',
  outcome: 'outcome-1',
  kind: 'care',
  unit: 'hour',
  units: 12_000n as Thousandths,
  per: 'week',
  rate: pence(1450n),
  charge: null,
  way: 'direct-payment',
  payee: 'Joan Ellery',
  payeeWords: ['J ELLERY'],
  employs: false,
  ...say,
})

export const aLine = ({ key = 'line-1', ...say }: Partial<NewLine> & { key?: string } = {}): Line =>
  costed(key as LineKey, aNewLine(say))

/** Words in which no rule finds a problem. */
export const someWords = (say: Partial<Words> = {}): Words => ({
  aboutMe: { 'most-important': 'Being at the allotment when the beans come up.' },
  whatMatters: 'Living at home with my wife, and being asked first.',
  outcomes: [
    {
      key: 'outcome-1',
      says: 'Up, washed and dressed by nine, by somebody I know',
      known: 'I say so; no more than one new face a month',
      checks: 'My wife, each Sunday',
    },
  ],
  risks: [
    {
      kind: 'health',
      outcome: 'outcome-1',
      says: 'Choking when I am tired',
      follows: 'A chest infection',
      agreed: 'Thickened drinks, upright for half an hour; the community nurse shows every assistant',
    },
  ],
  contingency: 'The agency covers within four hours; my brother until then.',
  crisisContact: 'Out-of-hours nurses, 01632 960 333; then 999',
  whoChecks: 'The community matron, every month',
  safeguards: '',
  training: '',
  ...say,
})

/** A draft in which no rule finds a problem; say only what matters to the test. */
export const aPlan = (say: Partial<Plan> = {}): Plan & { readonly words: Words } => ({
  id: newId(),
  reference: newReference(),
  organisation: newId(),
  person: newId(),
  number: 1,
  sum: newId() as SumId,
  coordinator: 'Priya Nair',
  firstReviewOn: plainDate('2026-07-01'),
  noticeDays: 28,
  madeOn: plainDate('2026-04-01'),
  changed: 1,
  lines: [aLine()],
  inPart: null,
  signedOff: null,
  ...say,
  words: say.words ?? someWords(),
})

type Asked = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  /** A case that was granted already; a new one is asked for and granted where none is said. */
  readonly reference?: string
  /** Their keys are `line-1`, `line-2`, ... in this order. One line by default. */
  readonly lines?: readonly Partial<NewLine>[]
  /** The first day in force; the doing's today unless said. */
  readonly from?: PlainDate
  readonly firstReviewOn?: PlainDate
  readonly noticeDays?: number
  readonly words?: Partial<Words>
  /** Who signs it off; somebody of the funding panel unless said. */
  readonly approver?: Actor
}

export type SignedOffPlan = {
  readonly reference: Reference
  readonly version: VersionId
  readonly number: number
}

function must<Value>(asked: Done<Value, string>): Value {
  if (!asked.done) throw new Error(`The example was refused: ${asked.because.join(', ')}`)
  return asked.value
}

const linesOf = ({ lines = [{}] }: Asked): readonly NewLine[] => lines.map(line => aNewLine(line))

/** A granted case whose family has seen its sum: the day on which planning may begin. */
export async function readyToPlan(doing: Doing, asked: Asked): Promise<Reference> {
  const reference = (asked.reference as Reference | undefined) ?? (await grantedCase(doing, asked))
  await sumOf(doing, { reference, lines: linesOf(asked), from: asked.from ?? doing.today })
  return reference
}

/** A draft in which nothing is left to put right, written by the one who asks. */
export async function filledPlan(doing: Doing, asked: Asked): Promise<Reference> {
  const from = asked.from ?? doing.today
  const reference = await readyToPlan(doing, asked)
  must(await draftPlan(doing, { reference, from: 'sum' }))
  const review = reviewAnd(asked, from)
  await fillPlan(doing, { reference, lines: linesOf(asked), words: someWords(asked.words), from, ...review })
  return reference
}

/**
 * A case from the question to a signed-off plan, through the same actions as people use; for tests and for
 * the invented place. Call it as the service, on the day on which it is to have happened.
 */
export async function signedOffPlan(doing: Doing, asked: Asked): Promise<SignedOffPlan> {
  const from = asked.from ?? doing.today
  const reference = await filledPlan(doing, asked)
  must(await handPlan(doing, { reference, to: 'approver', words: 'Ready to be read.' }))
  const approver = asked.approver ?? (await someApprover(doing, asked.organisation))
  const signed = must(await signOff({ ...doing, actor: approver }, { reference, from, because: null }))
  return { reference, ...signed }
}

const reviewAnd = ({ firstReviewOn, noticeDays }: Asked, from: PlainDate) => ({
  firstReviewOn: firstReviewOn ?? addMonths(from, 3),
  noticeDays: noticeDays ?? 28,
})

async function grantedCase(doing: Doing, { organisation, person }: Asked): Promise<Reference> {
  const { reference } = await aRequest(doing, { organisation, person })
  await aDecision(doing, { reference })
  return reference
}

type Summing = { readonly reference: string; readonly lines: readonly NewLine[]; readonly from: PlainDate }

async function sumOf(doing: Doing, { reference, lines, from }: Summing): Promise<void> {
  for (const [seen, line] of lines.entries())
    must(
      await writeSupport(doing, {
        reference,
        seen,
        change: {
          at: null,
          put: {
            says: line.says,
            group: 'Every day',
            when: 'Every week',
            kind: line.kind,
            unit: line.unit === 'part' ? 'item' : line.unit,
            units: sayThousandths(line.units),
            per: line.per,
            rateName: null,
            ownRate: plainMoney(line.rate),
            ownRateBecause: 'agreed with the payee',
            employed: false,
          },
        },
      }),
    )
  const sum = {
    reference,
    kind: 'indicative',
    ratesOn: from,
    from,
    because: 'Agreed with the family',
  } as const
  const { version } = must(await keepSum(doing, sum))
  must(await showToFamily(doing, { reference, version }))
}

type Filling = Summing & {
  readonly words: Words
  readonly firstReviewOn: PlainDate
  readonly noticeDays: number
}

/** Writes a whole plan onto a fresh draft whose lines came from the sum in the same order. */
async function fillPlan(doing: Doing, { reference, lines, words, firstReviewOn, noticeDays }: Filling) {
  const seen = async () => ({ reference, seen: (await planOf(doing, reference))?.changed ?? 0 })
  for (const [heading, text] of Object.entries(words.aboutMe))
    must(await writeAboutMe(doing, { ...(await seen()), heading, words: text }))
  for (const { key, ...put } of words.outcomes)
    must(await writeOutcome(doing, { ...(await seen()), outcome: null, change: { put } }))
  for (const put of words.risks)
    must(await writeRisk(doing, { ...(await seen()), place: null, change: { put } }))
  for (const part of [
    'whatMatters',
    'contingency',
    'crisisContact',
    'whoChecks',
    'safeguards',
    'training',
  ] as const)
    must(await writeText(doing, { ...(await seen()), part, words: words[part] }))
  for (const [place, put] of lines.entries())
    must(await writeLine(doing, { ...(await seen()), line: `line-${place + 1}` as LineKey, change: { put } }))
  const coordinator = (await caseOf(doing, reference))?.caseWorker?.name ?? 'Priya Nair'
  must(await writeDetails(doing, { ...(await seen()), details: { coordinator, firstReviewOn, noticeDays } }))
}

/**
 * Somebody of the funding panel who may approve any sum; the limit is set where the organisation has none.
 */
async function someApprover(doing: Doing, organisation: OrganisationId): Promise<Actor> {
  const limits = await approvalLimits(doing, organisation)
  if (!limits.some(({ role, weekly }) => role === 'panel' && weekly === null))
    await setApprovalLimit(doing, {
      organisation,
      role: 'panel',
      weekly: null,
      from: doing.today,
      source: 'Scheme of delegation',
    })
  const id = newId<'actor'>() as Id<'actor'>
  return { id, name: 'Judith Okello', person: null, roles: [{ role: 'panel', organisation }] }
}
