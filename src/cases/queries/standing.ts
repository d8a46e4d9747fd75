import { organisation, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { type Names, whoHas } from '../rules/say.ts'
import { stageOf, turnOf } from '../rules/stage.ts'
import { type FactsRow, factsFrom, here } from '../tables.ts'
import type { Facts, Stage, Turn } from '../types.ts'
import { decideLimit } from './clocks.ts'

/** How a case stands on this day: its facts, its stage, whose turn it is and by what name. */
export type Standing = {
  readonly one: Case
  readonly facts: Facts
  readonly stage: Stage
  readonly turn: Turn
  readonly names: Names
  readonly who: string
  /** What may be said of the day promised: how sure it is. */
  readonly label: string | null
}

const factsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('cases.facts')
    .selectAll()
    .where('reference', '=', reference as FactsRow['reference'])
    .executeTakeFirst()

/** How the case of a reference stands; null where there is none that this actor may see. */
export async function caseStanding(doing: Doing, reference: string): Promise<Standing | null> {
  const one = await caseOf(doing, reference)
  const row = one && (await factsOf(doing, one.reference))
  if (!one || !row) return null
  const undecided = row.decided_on === null && row.withdrawn_on === null
  const limit = undecided ? await decideLimit(doing, row) : null
  const facts = factsFrom(row, limit?.by ?? null)
  const turn = turnOf(facts, doing.today)
  const names = await namesOf(doing, one)
  return {
    one,
    facts,
    stage: stageOf(facts, doing.today),
    turn,
    names,
    who: whoHas(turn.whose, names),
    label: labelOf(turn, limit?.label ?? null),
  }
}

const labelOf = (turn: Turn, ofDecision: string | null): string | null => {
  if (turn.by === null || turn.whose === 'nobody') return null
  return turn.will === 'decide' ? ofDecision : null
}

async function namesOf(doing: Doing, one: Case): Promise<Names> {
  const team = await organisation(doing, one.organisation)
  const person = await personShown(doing, one.person)
  return {
    team: team?.name ?? 'the NHS',
    worker: one.caseWorker?.name ?? null,
    person: person?.preferredName ?? one.personName,
  }
}

/** How every case of a person stands, the newest first. */
export async function standingsOf(doing: Doing, person: PersonId): Promise<readonly Standing[]> {
  const rows = await here(doing)
    .db.selectFrom('cases.facts')
    .select('reference')
    .where('person_id', '=', person)
    .orderBy('received_on', 'desc')
    .orderBy('reference')
    .limit(20)
    .execute()
  const found: Standing[] = []
  for (const { reference } of rows) {
    const standing = await caseStanding(doing, reference)
    if (standing !== null) found.push(standing)
  }
  return found
}
