import { look, may, sightOf } from '../access/public.ts'
import { ageOn, type PlainDate } from '../kernel/days.ts'
import { personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one, typedDay } from '../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notFound,
  type Page,
  type Typed,
} from '../platform/route.ts'
import { type Case, caseOf } from '../requests/public.ts'
import { findPathway } from '../rights/public.ts'
import { againPage } from './pages/again.tsx'
import { assessmentPage } from './pages/assessment.tsx'
import { keepSumPage } from './pages/keep-sum.tsx'
import { sumPage } from './pages/sum.tsx'
import { supportPage } from './pages/support.tsx'
import { assessmentOf, doubtsOf, draftOf, factsFor, latestSum, linesOf, wholeSum } from './queries.ts'
import { carriedOn } from './queries-shares.ts'
import { adultDomains, childDomains, consistencyOf, type Warning, warningSays } from './rules/consistency.ts'
import { formulaVersions, workOut } from './rules/sum.ts'
import { whatIf } from './rules/what-if.ts'
import { problemSays } from './says.ts'

export type WithCase = {
  readonly found: Case
  readonly person: NonNullable<Page['person']>
  readonly reference: string
}
export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

/** Finds the case of an address, notes the look, and hands both on; not found is not found, whoever asks. */
export async function inCase(
  doing: Doing,
  asked: Asked,
  show: (at: WithCase) => Promise<Answer>,
): Promise<Answer> {
  const found = await caseOf(doing, asked.at['reference'] ?? '')
  const person = found ? await personShown(doing, found.person) : null
  if (!found || !person) return notFound
  return show({
    found,
    reference: found.reference,
    person: { ...personStrip(person, doing.today), href: `/cases/${found.reference}` },
  })
}

export async function showSum(
  doing: Doing,
  { found, person, reference }: WithCase,
  { wrong = nothingWrong, query = {} }: { wrong?: Wrong; query?: Typed },
): Promise<Answer> {
  // Who knows the name only would be told that there is no sum, which may not be so.
  if (!['all', 'money'].includes((await sightOf(doing, found)) ?? '')) return notFound
  await look(doing, {
    page: 'the budget',
    organisation: found.organisation,
    person: found.person,
    to: found.request,
  })
  const sum = await latestSum(doing, reference)
  const staff =
    doing.actor.roles.length > 0
      ? { mayAssess: may(doing, 'needs.assess'), mayAnswer: may(doing, 'needs.assess') }
      : null
  const doubts = await doubtsOf(doing, reference)
  const tried = { key: one(query, 'line'), units: one(query, 'units') }
  const whole = sum && tried.units !== '' ? await wholeSum(doing, reference, sum.version) : null
  const lines = sum ? linesOf(sum.lines) : []
  return sumPage({
    reference,
    person,
    shares: await carriedOn(doing, { reference, day: doing.today }, lines),
    staff,
    ...wrong,
    whatIf: whole ? (whatIf(whole.facts, tried) ?? { ...tried, weekly: null }) : null,
    sum: sum && {
      ...sum,
      lines,
      formulaVersion: sum.formula_version,
      ratesOn: sum.rates_on,
      madeOn: sum.made_on,
      from: sum.from_on,
      shownOn: sum.shown_on,
    },
    doubts: doubts.map(doubt => ({
      id: doubt.id,
      words: doubt.words,
      raisedOn: doubt.raised_on,
      answerBy: doubt.answer_by,
      answeredOn: doubt.answered_on,
      answer: doubt.answer,
    })),
  })
}

/** By which domains the needs of a case are assessed today: as its pathway says, else by the person's age. */
export async function domainsOf(doing: Doing, { pathway, person }: Case): Promise<readonly string[]> {
  const by = findPathway(pathway)?.domains ?? 'by-age'
  if (by !== 'by-age') return by === 'child' ? childDomains : adultDomains
  const born = (await personShown(doing, person))?.bornOn ?? null
  return born !== null && ageOn(born, doing.today) < 18 ? childDomains : adultDomains
}

export async function showAssessment(
  doing: Doing,
  { found, person, reference }: WithCase,
  wrong: Wrong = nothingWrong,
): Promise<Answer> {
  // Who may see the money only would be told that nothing was assessed, which is not so.
  if ((await sightOf(doing, found)) !== 'all') return notFound
  await look(doing, {
    page: 'assessment',
    organisation: found.organisation,
    person: found.person,
    to: found.request,
  })
  const row = await assessmentOf(doing, reference)
  return assessmentPage({
    reference,
    person,
    ...wrong,
    domains: may(doing, 'needs.assess') ? await domainsOf(doing, found) : null,
    newest: row && {
      number: row.number,
      assessedOn: row.assessed_on,
      inTheirWords: row.in_their_words,
      domains: row.domains,
    },
  })
}

/** The support as it stands, what it comes to with a day's rates, and what does not fit. */
async function workedToday(doing: Doing, { found, reference }: WithCase, day: PlainDate = doing.today) {
  const facts = await factsFor(doing, { reference, organisation: found.organisation, ratesOn: day })
  const warnings: readonly Warning[] = consistencyOf({
    domains: (await assessmentOf(doing, reference))?.domains ?? [],
    lines: facts.lines,
  })
  return { facts, worked: workOut(facts), warnings: warnings.map(warning => warningSays[warning]) }
}

export async function showSupport(
  doing: Doing,
  at: WithCase,
  { wrong = nothingWrong, line = '' }: { wrong?: Wrong; line?: string },
): Promise<Answer> {
  await look(doing, {
    page: 'support needed',
    organisation: at.found.organisation,
    person: at.found.person,
    to: at.found.request,
  })
  const { facts, worked, warnings } = await workedToday(doing, at)
  const { version } = await draftOf(doing, at.reference)
  return supportPage({
    ...at,
    ...wrong,
    warnings,
    lines: facts.lines,
    rates: facts.rates,
    seen: version,
    editing: facts.lines.find(each => each.key === line) ?? null,
    preview: worked.ok ? { sum: worked.sum } : { because: worked.because.map(one => problemSays[one]) },
  })
}

export async function showKeeping(doing: Doing, at: WithCase, wrong: Wrong | null = null): Promise<Answer> {
  const { worked, warnings } = await workedToday(doing, at)
  if (!worked.ok) return `/needs/${at.reference}/support`
  const usual = { kind: 'indicative', ...typedDay('ratesOn', doing.today), ...typedDay('from', doing.today) }
  return keepSumPage({
    reference: at.reference,
    person: at.person,
    preview: worked.sum,
    warnings,
    typed: wrong?.typed ?? usual,
    errors: wrong?.errors ?? [],
  })
}

export async function showAgain(
  doing: Doing,
  { found, person, reference }: WithCase,
  version: string,
): Promise<Answer> {
  const sum = /^\d{1,6}$/.test(version) ? await wholeSum(doing, reference, Number(version)) : null
  if (!sum) return notFound
  await look(doing, {
    page: 'a sum worked out again',
    organisation: found.organisation,
    person: found.person,
    to: sum.id,
  })
  const worked = workOut(sum.facts)
  return againPage({
    reference,
    person,
    version: sum.version,
    madeOn: sum.made_on,
    ratesOn: sum.rates_on,
    kept: sum.weekly,
    again: worked.ok ? worked.sum.weekly : null,
    lines: sum.lines,
    because: sum.because,
    warnings: sum.warnings.map(one => warningSays[one as Warning] ?? one),
    formula: { version: sum.formula_version, says: formulaSays(sum.formula_version) },
  })
}

const formulaSays = (version: number): string =>
  formulaVersions.find(one => one.version === version)?.says ?? 'This version is not known any more.'
