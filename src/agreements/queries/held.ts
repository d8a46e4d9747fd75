import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { PersonId } from '../../people/public.ts'
import type { VersionId } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Exclusion } from '../../rights/public.ts'
import type { HeldAccount, HeldFacts } from '../rules/held.ts'
import { type AgreementsShown, here } from '../tables.ts'
import type { FactKind, PaidPart } from '../types.ts'
import { agreementsOn, anyOf } from './agreements.ts'

type Rows = Awaited<ReturnType<typeof load>>
type AgreementRow = AgreementsShown['agreements.agreement_shown']

/** What this module knows about paying a budget on a day; null where there is nothing to see of it. */
export async function heldFacts(doing: Doing, reference: string, day: PlainDate): Promise<HeldFacts | null> {
  return (await heldFactsOf(doing, [reference], day)).get(reference) ?? null
}

/** The same for many cases at once, by reference, in a fixed number of queries: for a payment run. */
export async function heldFactsOf(
  doing: Doing,
  references: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, HeldFacts>> {
  if (references.length === 0) return new Map()
  const rows = await load(doing, references, day)
  const factsBy = grouped(rows.facts, one => one.agreement_id)
  const accountsBy = grouped(rows.accounts, one => one.reference)
  const signedOff = new Map(rows.versions.map(({ id, signed_off_on }) => [id, signed_off_on]))
  const found = new Map<string, HeldFacts>()
  for (const version of rows.versions)
    found.set(version.reference, {
      ...nothingHeld,
      planAgreedOn: version.signed_off_on,
      diedOn: rows.died.get(version.person_id) ?? null,
    })
  for (const one of rows.agreements) {
    const accounts = (accountsBy.get(one.reference) ?? []).map(accountFrom)
    found.set(one.reference, {
      ...whatIsAgreed(one),
      ...whatIsNoted(factsBy.get(one.id) ?? []),
      accounts,
      planAgreedOn: signedOff.get(one.plan_version_id) ?? null,
      diedOn: rows.died.get(one.person_id) ?? null,
    })
  }
  return found
}

const nothingHeld: HeldFacts = {
  agreement: null,
  holder: 'none',
  holderName: '',
  thirdPartyName: '',
  parts: [],
  planAgreedOn: null,
  signedByPersonOn: null,
  signedByBodyOn: null,
  consents: [],
  consentsWithdrawn: [],
  nominee: null,
  accounts: [],
  oneOff: false,
  employs: false,
  insurances: [],
  exclusions: [],
  endsOn: null,
  diedOn: null,
}

async function load(doing: Doing, references: readonly string[], day: PlainDate) {
  const { db } = here(doing)
  const agreements = await agreementsOn(doing, references, day)
  const ids = agreements.map(({ id }) => id)
  const facts =
    ids.length === 0
      ? []
      : await db
          .selectFrom('agreements.fact')
          .select(['agreement_id', 'what', 'on_day', 'until_on', 'words'])
          .where('agreement_id', '=', anyOf(ids))
          .orderBy('on_day')
          .execute()
  const accounts = await db
    .selectFrom('agreements.account_shown')
    .selectAll()
    .where('reference', '=', anyOf(references as readonly Reference[]))
    .execute()
  const versions = await versionsOf(doing, references, new Set(agreements.map(one => one.plan_version_id)))
  const died = await deathsOf(doing, [...new Set(versions.map(({ person_id }) => person_id))])
  return { agreements, facts, accounts, versions, died }
}

/**
 * The signed-off versions, oldest last, so that the first one agreed stands for a case without an agreement.
 */
const versionsOf = (doing: Doing, references: readonly string[], agreed: ReadonlySet<VersionId>) =>
  here(doing)
    .db.selectFrom('plans.version_shown')
    .select(['id', 'reference', 'person_id', 'signed_off_on'])
    .where('reference', '=', anyOf(references))
    .where(or => or.or([or('signed_off_on', 'is not', null), or('id', '=', anyOf([...agreed]))]))
    .orderBy('number', 'desc')
    .execute()

async function deathsOf(doing: Doing, people: readonly PersonId[]) {
  if (people.length === 0) return new Map<PersonId, PlainDate>()
  const rows = await here(doing)
    .db.selectFrom('people.person_shown')
    .select(['id', 'died_on'])
    .where('id', '=', anyOf(people))
    .where('died_on', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, died_on }) => (died_on === null ? [] : [[id, died_on]])))
}

const partsOf = (one: AgreementRow): readonly PaidPart[] => [
  ...(one.weekly_direct > 0n ? (['direct-payment'] as const) : []),
  ...(one.weekly_third_party > 0n ? (['third-party'] as const) : []),
]

const whatIsAgreed = (one: AgreementRow) => ({
  agreement: one.id,
  holder: one.holder_kind,
  holderName: one.holder_name,
  thirdPartyName: one.third_party_name,
  parts: partsOf(one),
  signedByPersonOn: one.signed_by_person_on,
  signedByBodyOn: one.signed_by_body_on,
  nominee:
    one.holder_kind === 'nominee'
      ? { agreedOn: one.nominee_agreed_on, bodyAgreedOn: one.body_agreed_on }
      : null,
  oneOff: one.one_off_items !== null,
  employs: one.employs,
  endsOn: one.ends_on,
})

function whatIsNoted(facts: readonly Rows['facts'][number][]) {
  const of = (what: FactKind) => facts.filter(one => one.what === what)
  const spans = (what: FactKind) => of(what).map(one => ({ from: one.on_day, until: one.until_on }))
  return {
    consents: of('consent').map(one => one.on_day),
    consentsWithdrawn: of('consent-withdrawn').map(one => one.on_day),
    insurances: spans('employer-insurance'),
    exclusions: of('exclusion').map(one => ({
      exclusion: one.words as Exclusion,
      from: one.on_day,
      until: one.until_on,
    })),
  }
}

const accountFrom = (row: Rows['accounts'][number]): HeldAccount => ({
  id: row.id,
  whose: row.whose,
  name: row.name_on_account,
  ending: row.ending,
  givenOn: row.given_on,
  approvedOn: row.approved_on,
  closedOn: row.closed_on,
  keptForThisMoney: row.sole_purpose,
  statementsShowEachLine: row.auditable,
  othersUseIt: row.others_use_it,
})

function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const group = found.get(by(row))
    if (group) group.push(row)
    else found.set(by(row), [row])
  }
  return found
}
