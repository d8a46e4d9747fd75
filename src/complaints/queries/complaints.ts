import type { Doing } from '../../platform/doing.ts'
import type { RuleId } from '../../rights/public.ts'
import { here } from '../tables.ts'
import type { Complaint, ComplaintId } from '../types.ts'

type Rows = Awaited<ReturnType<typeof rowsOf>>

/** What a complaint says, and what was settled of it once. */
async function onceOf(doing: Doing, ids: readonly ComplaintId[]) {
  const { db } = here(doing)
  const [words, consents, acknowledged, hearings, concerns] = [
    db.selectFrom('complaints.words').selectAll().where('complaint_id', 'in', ids),
    db.selectFrom('complaints.consent').selectAll().where('complaint_id', 'in', ids),
    db.selectFrom('complaints.acknowledged').selectAll().where('complaint_id', 'in', ids),
    db.selectFrom('complaints.hearing').selectAll().where('complaint_id', 'in', ids),
    db.selectFrom('complaints.concern').selectAll().where('complaint_id', 'in', ids),
  ] as const
  return {
    words: await words.execute(),
    consents: await consents.execute(),
    acknowledged: await acknowledged.execute(),
    hearings: await hearings.execute(),
    concerns: await concerns.execute(),
  }
}

/** What came while it was looked into, each in its order. */
async function handlingOf(doing: Doing, ids: readonly ComplaintId[]) {
  const { db } = here(doing)
  const evidence = db.selectFrom('complaints.evidence').selectAll().where('complaint_id', 'in', ids)
  const plans = db.selectFrom('complaints.plan').selectAll().where('complaint_id', 'in', ids)
  const points = db.selectFrom('complaints.point').selectAll().where('complaint_id', 'in', ids)
  const notes = db.selectFrom('complaints.note').selectAll().where('complaint_id', 'in', ids)
  const delays = db.selectFrom('complaints.delay').selectAll().where('complaint_id', 'in', ids)
  return {
    evidence: await evidence.orderBy('id').execute(),
    plans: await plans.orderBy('number', 'desc').execute(),
    points: await points.orderBy('number').execute(),
    notes: await notes.orderBy('id').execute(),
    delays: await delays.orderBy('number').execute(),
  }
}

/** The answers with their points, what they promise, and what came after. */
async function answeringOf(doing: Doing, ids: readonly ComplaintId[]) {
  const { db } = here(doing)
  const answers = db.selectFrom('complaints.answer').selectAll().where('complaint_id', 'in', ids)
  const points = db
    .selectFrom('complaints.point_answer as p')
    .innerJoin('complaints.answer as a', 'a.id', 'p.answer_id')
    .selectAll('p')
    .where('a.complaint_id', 'in', ids)
  const promises = db
    .selectFrom('complaints.promise as p')
    .leftJoin('complaints.kept as k', 'k.promise_id', 'p.id')
    .selectAll('p')
    .select(['k.on_day', 'k.evidence', 'k.noted_by_name'])
    .where('p.complaint_id', 'in', ids)
  const turnings = db.selectFrom('complaints.turning').selectAll().where('complaint_id', 'in', ids)
  const ombudsman = db.selectFrom('complaints.ombudsman').selectAll().where('complaint_id', 'in', ids)
  return {
    answers: await answers.orderBy('number', 'desc').execute(),
    pointAnswers: await points.orderBy('p.number').execute(),
    promises: await promises.orderBy('p.number').execute(),
    turnings: await turnings.orderBy('number').execute(),
    ombudsman: await ombudsman.orderBy('on_day').execute(),
  }
}

/** All that happened to these complaints, table by table: no question per complaint. */
const rowsOf = async (doing: Doing, ids: readonly ComplaintId[]) => ({
  ...(await onceOf(doing, ids)),
  ...(await handlingOf(doing, ids)),
  ...(await answeringOf(doing, ids)),
})

type Row = Awaited<ReturnType<typeof complaintRows>>[number]
const complaintRows = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('complaints.complaint')
    .selectAll()
    .where('reference', '=', reference as Complaint['reference'])
    .orderBy('number', 'desc')
    .execute()

/** Every complaint of a case with all that happened to it, the newest first. */
export async function complaintsOf(doing: Doing, reference: string): Promise<readonly Complaint[]> {
  const found = await complaintRows(doing, reference)
  if (found.length === 0) return []
  const rows = await rowsOf(
    doing,
    found.map(({ id }) => id),
  )
  return found.map(row => complaintFrom(row, rows))
}

const noted = (row: { on_day: Complaint['receivedOn']; noted_by_name: string }) => ({
  on: row.on_day,
  byName: row.noted_by_name,
})

function answersIn(rows: Rows, id: ComplaintId): Complaint['answers'] {
  return rows.answers
    .filter(row => row.complaint_id === id)
    .map(row => ({
      id: row.id,
      number: row.number,
      outcome: row.outcome,
      on: row.on_day,
      letter: row.letter_id,
      by: { id: row.signed_by, name: row.signed_by_name, role: row.signed_by_role },
      points: rows.pointAnswers
        .filter(each => each.answer_id === row.id)
        .map(({ number, outcome, reasons, rules }) => ({
          number,
          outcome,
          reasons,
          rules: rules as readonly RuleId[],
        })),
    }))
}

function handledIn(rows: Rows, id: ComplaintId) {
  const own = <R extends { readonly complaint_id: ComplaintId }>(all: readonly R[]) =>
    all.filter(row => row.complaint_id === id)
  return {
    evidence: own(rows.evidence).map(row => ({
      on: row.added_on,
      byName: row.noted_by_name,
      note: row.note,
      file: row.file_id,
    })),
    concerns: own(rows.concerns).map(({ actor_id: actor, name, part }) => ({ actor, name, part })),
    plans: own(rows.plans).map(row => ({
      ...noted(row),
      number: row.number,
      how: row.how,
      handler: row.handler_id,
      handlerName: row.handler_name,
      answerBy: row.answer_by,
      lead: row.lead,
      agreed: row.agreed,
    })),
    points: own(rows.points).map(({ number, says }) => ({ number, says })),
    notes: own(rows.notes).map(row => ({ ...noted(row), words: row.words })),
    delays: own(rows.delays).map(row => ({ ...noted(row), because: row.because, answerBy: row.answer_by })),
    turnings: own(rows.turnings).map(row => ({ ...noted(row), what: row.what, because: row.because })),
    ombudsman: own(rows.ombudsman).map(row => ({
      ...noted(row),
      what: row.what,
      whom: row.whom,
      says: row.says,
      asks: row.asks,
    })),
    promises: own(rows.promises).map(row => ({
      id: row.id,
      number: row.number,
      what: row.what,
      who: row.who,
      by: row.by_day,
      isMoney: row.is_money,
      kept:
        row.on_day === null || row.evidence === null
          ? null
          : { on: row.on_day, byName: row.noted_by_name ?? '', evidence: row.evidence },
    })),
  }
}

function complaintFrom(row: Row, rows: Rows): Complaint {
  const one = <R extends { readonly complaint_id: ComplaintId }>(all: readonly R[]) =>
    all.find(each => each.complaint_id === row.id) ?? null
  const [words, consent] = [one(rows.words), one(rows.consents)]
  const [acknowledged, hearing] = [one(rows.acknowledged), one(rows.hearings)]
  return {
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    reference: row.reference,
    number: row.number,
    madeBy: row.made_by,
    madeByName: row.made_by_name,
    how: row.how,
    about: row.about,
    happenedOn: row.happened_on,
    receivedOn: row.received_on,
    lastDay: row.last_day,
    acknowledgeBy: row.acknowledge_by,
    explainBy: row.explain_by,
    answerBy: row.answer_by,
    words: words && {
      words: words.words,
      wants: words.wants,
      who: words.who,
      lateBecause: words.late_because,
    },
    consent: consent && { on: consent.given_on, byName: consent.noted_by_name, how: consent.how },
    acknowledged: acknowledged && noted(acknowledged),
    hearing: hearing && { ...noted(hearing), heard: hearing.heard, because: hearing.because },
    answers: answersIn(rows, row.id),
    ...handledIn(rows, row.id),
  }
}
