import { sql } from 'kysely'
import { record, roleOf } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { evidenceOf } from '../queries/decision.ts'
import { settingsOf } from '../queries/settings.ts'
import { keepRules } from '../rules/kept-rules.ts'
import { answerToParts, type PartToDecide } from '../rules/parts.ts'
import { type RightTold, tellRight } from '../rules/right.ts'
import { here } from '../tables.ts'
import type { Case, DecisionId, Outcome, Pathway } from '../types.ts'

export type DecisionToWrite = {
  readonly one: Case
  readonly number: number
  readonly pathway: Pathway
  /** The answer to what the right of this care asks; null where it asks nothing. */
  readonly fact: string | null
  readonly parts: readonly PartToDecide[]
  readonly summary: string
  readonly fromOn: PlainDate
  readonly replaces: DecisionId | null
}

export type Written = {
  readonly id: DecisionId
  readonly outcome: Outcome
  readonly right: RightTold
  readonly answer: ReturnType<typeof answerToParts>
}

/** Nobody else decides the same request until this transaction has ended. */
export const holdRequest = (doing: Doing, { request }: Case) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${request}, 7))`.execute(doing.transaction)

/** The rules and facts that a decision rests on, worked out but not written: what its letter is made of. */
export async function weigh(
  doing: Doing,
  { one, pathway, fact, parts }: Omit<DecisionToWrite, 'number' | 'replaces'>,
) {
  const person = await personShown(doing, one.person)
  const right = tellRight({ pathway, born: person?.bornOn ?? null, on: doing.today, fact })
  return { answer: answerToParts(parts), right, born: person?.bornOn ?? null }
}

/** Writes a decision once, with each part, the rules as they stand now and every fact it used. */
export async function writeDecision(doing: Doing, decision: DecisionToWrite): Promise<Written> {
  const { one, pathway } = decision
  const { db } = here(doing)
  const { answer, right, born } = await weigh(doing, decision)
  const id = newId<'decision'>()
  const of = { organisation_id: one.organisation, person_id: one.person }
  await db
    .insertInto('requests.decision')
    .values({
      id,
      request_id: one.request,
      ...of,
      number: decision.number,
      pathway,
      outcome: answer.decision,
      decided_on: doing.today,
      from_on: decision.fromOn,
      replaces_id: decision.replaces,
      decided_by: doing.actor.id,
      decided_by_name: doing.actor.name,
      decided_by_role: roleOf(doing),
    })
    .execute()
  const rules = keepRules([...right.rules.map(rule => rule.id), ...answer.rules])
  const facts = { ...(await factsOf(doing, decision)), born, right: right.right, on: doing.today }
  await db
    .insertInto('requests.grounds')
    .values({
      decision_id: id,
      ...of,
      summary: decision.summary,
      rules: JSON.stringify(rules),
      facts: inJson(facts),
    })
    .execute()
  await writeParts(doing, id, decision)
  await record(doing, {
    happened: 'request-decided',
    organisation: one.organisation,
    person: one.person,
    to: one.request,
    details: { decision: id, number: decision.number, outcome: answer.decision, from: decision.fromOn },
  })
  return { id, outcome: answer.decision, right, answer }
}

async function writeParts(doing: Doing, id: DecisionId, { one, parts }: DecisionToWrite): Promise<void> {
  const of = { organisation_id: one.organisation, person_id: one.person }
  await here(doing)
    .db.insertInto('requests.part_decision')
    .values(
      parts.map(part => ({
        decision_id: id,
        part_id: part.part,
        ...of,
        granted: part.granted,
        decided_way: part.granted ? part.decidedWay : null,
        weekly: part.weekly,
        reason: part.reason,
      })),
    )
    .execute()
}

const inJson = (facts: unknown): string =>
  JSON.stringify(facts, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))

async function factsOf(doing: Doing, { one, parts, pathway, fact }: DecisionToWrite) {
  const evidence = await evidenceOf(doing, one.request)
  return {
    pathway,
    fact,
    receivedOn: one.receivedOn,
    evidence: evidence.map(({ id, kind, dated_on }) => ({ id, kind, datedOn: dated_on })),
    settings: await settingsOf(doing, one),
    parts,
  }
}
