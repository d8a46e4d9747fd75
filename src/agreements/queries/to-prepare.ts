import { ageOn, later, type PlainDate } from '../../kernel/days.ts'
import { type OrganisationId, type PersonId, personShown } from '../../people/public.ts'
import { linesOn, versionOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { figureOn, type Setting } from '../../rights/public.ts'
import type { NewAgreement } from '../asked.ts'
import type { Preparing } from '../rules/prepare.ts'
import { here } from '../tables.ts'
import type { HeldWay } from '../types.ts'
import { type Agreement, endingOf, newestAgreement } from './agreements.ts'
import { type Bond, bondsOn, isOffice } from './standing.ts'

type Organisation = { readonly id: OrganisationId; readonly name: string }
type Line = Awaited<ReturnType<typeof linesOn>>[number]

export type ToPrepare = {
  readonly case: Case
  readonly mayPrepare: boolean
  readonly newest: Agreement | null
  readonly version: Awaited<ReturnType<typeof versionOn>>
  readonly facts: Preparing
  readonly ownConsent: boolean
  readonly employs: boolean
  readonly thirdParty: Organisation | null
  readonly holder: {
    readonly person: PersonId | null
    readonly organisation: OrganisationId | null
    readonly relationship: string | null
    readonly name: string
  }
  /** Called only where the rule has let a plan that is not signed off pass: a mistake of the programmer. */
  planNeeded(): never
}

/**
 * The organisations that may hold a third-party budget; a managed account may also be with a payroll firm.
 */
export const organisationsToHold = (doing: Doing) =>
  here(doing)
    .db.selectFrom('people.organisation_shown')
    .select(['id', 'name', 'kind'])
    .where('kind', 'in', ['provider', 'charity', 'payroll'])
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', doing.today)]))
    .orderBy('name')
    .execute()

/**
 * The version that an agreement from a day is made on: the one in force then, else the one that comes next.
 */
export async function planFor(doing: Doing, reference: string, from: PlainDate) {
  const next = await here(doing)
    .db.selectFrom('plans.version_shown')
    .select('in_force_from')
    .where('reference', '=', reference)
    .where('signed_off_on', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const day = next?.in_force_from ? later(from, next.in_force_from) : from
  return { version: await versionOn(doing, reference, day), lines: await linesOn(doing, reference, day) }
}

/** Everything that a new agreement meets in the record; null where there is no such case to see. */
export async function loadToPrepare(doing: Doing, asked: NewAgreement): Promise<ToPrepare | null> {
  const found = await caseOf(doing, asked.reference)
  if (found === null) return null
  const { version, lines } = await planFor(doing, found.reference, asked.from)
  const person = await personShown(doing, found.person)
  const bonds = await bondsOn(doing, found.person)
  const organisations = await organisationsToHold(doing)
  const child = person?.bornOn != null && ageOn(person.bornOn, doing.today) < 16
  const ways = heldWays(asked, lines)
  const holder = holderIn(asked, { bonds, organisations, name: found.personName, person: found.person })
  const thirdParty =
    organisations.find(({ id, kind }) => id === asked.thirdParty && kind !== 'payroll') ?? null
  return {
    case: found,
    mayPrepare: isOffice(doing, found.organisation),
    newest: await newestAgreement(doing, found.reference),
    version,
    ownConsent: !child && (asked.canDecide ?? true),
    employs: lines.some(
      line =>
        line.employs && ways.some(way => way.line === line.line_key && way.decided === 'direct-payment'),
    ),
    thirdParty,
    holder: holder ?? { person: null, organisation: null, relationship: null, name: '' },
    facts: {
      day: doing.today,
      born: person?.bornOn ?? null,
      diedOn: person?.diedOn ?? null,
      hasEnded: (await endingOf(doing, found.reference)) !== null,
      planFrom: version?.in_force_from ?? null,
      from: asked.from,
      ways,
      linesNotMatched: notMatched(asked, lines),
      canDecide: asked.canDecide ?? true,
      holder: asked.holder?.kind ?? null,
      holderFound: holder !== null,
      thirdPartyFound: thirdParty !== null,
      consent: asked.consent ?? null,
      insurance: asked.insurance ?? null,
      exclusionsAsked: asked.exclusionsAsked ?? false,
      exclusions: asked.exclusions ?? [],
      oneOff: await oneOffIn(doing, asked, found.organisation),
      family: asked.family ?? [],
    },
    planNeeded: () => {
      throw new Error('An agreement was prepared on a plan that is not signed off')
    },
  }
}

const notMatched = ({ ways }: NewAgreement, lines: readonly Line[]): number =>
  lines.filter(line => !ways.some(way => way.line === line.line_key)).length +
  ways.filter(way => !lines.some(line => line.line_key === way.line)).length

const heldWays = ({ ways }: NewAgreement, lines: readonly Line[]): readonly HeldWay[] =>
  lines.flatMap(line => {
    const chosen = ways.find(way => way.line === line.line_key)
    if (chosen === undefined) return []
    const { way: decided, because = null } = chosen
    return [{ line: line.line_key, says: line.says, weekly: line.weekly, asked: line.way, decided, because }]
  })

type Among = {
  readonly bonds: readonly Bond[]
  readonly organisations: Awaited<ReturnType<typeof organisationsToHold>>
  readonly name: string
  readonly person: PersonId
}

/** The holder as found in the record; null where the one chosen is not there. */
function holderIn({ holder }: NewAgreement, { bonds, organisations, name, person }: Among) {
  const nobody = { person: null, organisation: null, relationship: null }
  if (holder === null) return null
  if (holder.kind === 'person') return { ...nobody, person, name }
  if (holder.kind === 'managed-account') {
    const body = organisations.find(({ id }) => id === holder.organisation)
    return body ? { ...nobody, organisation: body.id, name: body.name } : null
  }
  const kinds = holder.kind === 'nominee' ? ['nominee'] : ['representative', 'parent']
  const bond = bonds.find(one => one.id === holder.relationship && kinds.includes(one.kind))
  return bond
    ? { ...nobody, person: bond.other_person_id, relationship: bond.id, name: bond.other_name }
    : null
}

/** The limit of things in a one-off payment: the local setting where there is one (V-15). */
async function oneOffIn(doing: Doing, { oneOff = null }: NewAgreement, organisation: OrganisationId) {
  if (oneOff === null) return null
  const rows = await here(doing)
    .db.selectFrom('people.setting_shown')
    .select(['value', 'from_on', 'until_on', 'because'])
    .where('organisation_id', '=', organisation)
    .where('name', '=', 'one-off-most-items')
    .execute()
  const settings = rows.map(
    (row): Setting => ({
      key: 'one-off-most-items',
      value: Number(row.value),
      from: row.from_on,
      until: row.until_on,
      owner: 'ICB',
      because: row.because,
    }),
  )
  const most = figureOn(settings, 'one-off-most-items', doing.today).value
  return most === null ? oneOff : { ...oneOff, mostItems: most }
}
